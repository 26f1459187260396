package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.EvidenceFilter;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.mongo.Away;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** One document per piece of evidence, its unsent events inside. */
final class MongoEvidenceStore implements EvidenceStore {

    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox", EvidenceDocument.WORDS);

    private final MongoCollection<Document> collection;
    private final JsonMapper json;
    private final Consumer<EvidenceEvent> afterWrite;

    MongoEvidenceStore(MongoCollection<Document> collection, JsonMapper json, Consumer<EvidenceEvent> afterWrite) {
        this.collection = collection;
        this.json = json;
        this.afterWrite = afterWrite;
    }

    @Override
    public boolean add(EvidenceEvent event) {
        return Away.unless(() -> {
            try {
                collection.insertOne(Outbox.insert(EvidenceDocument.of(event.evidence()), outboxEvents(event)));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
            afterWrite.accept(event);
            return true;
        });
    }

    @Override
    public boolean change(EvidenceEvent event) {
        Evidence evidence = event.evidence();
        var updates = new ArrayList<Bson>();
        EvidenceDocument.of(evidence).forEach((field, value) -> {
            if (!field.equals(EvidenceDocument.ID)) {
                updates.add(set(field, value));
            }
        });
        var announced = outboxEvents(event);
        if (!announced.isEmpty()) {
            updates.add(Outbox.append(announced));
        }
        var theVersionBefore = and(
                eq(EvidenceDocument.ID, evidence.id().toString()),
                eq(EvidenceDocument.VERSION, evidence.version() - 1));
        return Away.unless(() -> {
            boolean changed =
                    collection.updateOne(theVersionBefore, combine(updates)).getMatchedCount() == 1;
            if (changed) {
                afterWrite.accept(event);
            }
            return changed;
        });
    }

    @Override
    public boolean isTaken(EvidenceId id) {
        return Away.unless(() -> collection
                        .find(eq(EvidenceDocument.ID, id.toString()))
                        .projection(Projections.include(EvidenceDocument.ID))
                        .first()
                != null);
    }

    @Override
    public Optional<Evidence> find(EvidenceId id, VisibleProviders visible) {
        return Away.unless(() -> Optional.ofNullable(collection
                        .find(eq(EvidenceDocument.ID, id.toString()))
                        .projection(WITHOUT_OUTBOX)
                        .first())
                .map(EvidenceDocument::read)
                .filter(evidence -> visible.includes(evidence.provider())));
    }

    @Override
    public Map<EvidenceId, EvidenceState> states(Collection<EvidenceId> ids, VisibleProviders visible) {
        var conditions = FilterConditions.of(new EvidenceFilter(null, null, null), visible);
        conditions.add(
                in(EvidenceDocument.ID, ids.stream().map(EvidenceId::toString).toList()));
        return Away.unless(() -> {
            var states = new HashMap<EvidenceId, EvidenceState>();
            collection
                    .find(and(conditions))
                    .projection(Projections.include(EvidenceDocument.STATE))
                    .forEach(document -> states.put(
                            EvidenceId.of(document.getString(EvidenceDocument.ID))
                                    .orElseThrow(),
                            EvidenceState.of(document.getString(EvidenceDocument.STATE))
                                    .orElseThrow()));
            return states;
        });
    }

    @Override
    public Page list(EvidenceFilter filter, Slice slice, VisibleProviders visible) {
        boolean newestFirst = slice.order() == Order.NEWEST_FIRST;
        var conditions = FilterConditions.of(filter, visible);
        if (slice.after() != null) {
            conditions.add(
                    newestFirst
                            ? lt(EvidenceDocument.LIST_KEY, slice.after())
                            : gt(EvidenceDocument.LIST_KEY, slice.after()));
        }
        var sort =
                newestFirst ? Sorts.descending(EvidenceDocument.LIST_KEY) : Sorts.ascending(EvidenceDocument.LIST_KEY);
        return Away.unless(() -> {
            var found = new ArrayList<Evidence>();
            collection
                    .find(conditions.isEmpty() ? new Document() : and(conditions))
                    .projection(WITHOUT_OUTBOX)
                    .sort(sort)
                    .limit(slice.limit() + 1)
                    .map(EvidenceDocument::read)
                    .into(found);
            boolean more = found.size() > slice.limit();
            return new Page(List.copyOf(more ? found.subList(0, slice.limit()) : found), more);
        });
    }

    @Override
    public Queue waiting(@Nullable String after, int limit, VisibleProviders visible) {
        var conditions = FilterConditions.of(new EvidenceFilter(null, null, null), visible);
        conditions.add(in(EvidenceDocument.STATE, EvidenceState.SUBMITTED.word(), EvidenceState.IN_REVIEW.word()));
        if (after != null) {
            conditions.add(gt(EvidenceDocument.WAITING_KEY, after));
        }
        return Away.unless(() -> {
            var found = new ArrayList<Evidence>();
            collection
                    .find(and(conditions))
                    .projection(WITHOUT_OUTBOX)
                    .sort(Sorts.ascending(EvidenceDocument.WAITING_KEY))
                    .limit(limit + 1)
                    .map(EvidenceDocument::read)
                    .into(found);
            boolean more = found.size() > limit;
            return new Queue(List.copyOf(more ? found.subList(0, limit) : found), more);
        });
    }

    @Override
    public List<Standing> standings(int limit, VisibleProviders own) {
        var conditions = FilterConditions.of(new EvidenceFilter(null, null, null), own);
        return Away.unless(() -> collection
                .find(conditions.isEmpty() ? new Document() : and(conditions))
                .projection(EvidenceDocument.STANDING)
                .limit(limit)
                .map(EvidenceDocument::standing)
                .into(new ArrayList<>()));
    }

    @Override
    public Set<EvidenceId> announcedAfter(Instant time, int limit, VisibleProviders own) {
        var conditions = FilterConditions.of(new EvidenceFilter(null, null, null), own);
        conditions.add(elemMatch(
                EvidenceDocument.HISTORY, and(gt("at", Date.from(time)), ne("action", Action.ARRANGED.word()))));
        return Away.unless(() -> collection
                .find(and(conditions))
                .projection(Projections.include(EvidenceDocument.ID))
                .limit(limit)
                .map(document -> new EvidenceId(UUID.fromString(document.getString(EvidenceDocument.ID))))
                .into(new HashSet<>()));
    }

    @Override
    public boolean holds(EvidenceId id, UUID file) {
        return Away.unless(() -> collection
                        .find(and(
                                eq(EvidenceDocument.ID, id.toString()),
                                or(
                                        eq(EvidenceDocument.FILES + ".id", file.toString()),
                                        eq(EvidenceDocument.REVISIONS + ".files.id", file.toString()))))
                        .projection(Projections.include(EvidenceDocument.ID))
                        .first()
                != null);
    }

    private List<OutboxEvent> outboxEvents(EvidenceEvent event) {
        return EvidenceMessage.outboxEvents(event, json);
    }
}
