package org.ncsoversight.evidence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.evidence.contract.EvidenceMessage;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceEvent;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.store.EvidenceFilter;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxEvent;
import tools.jackson.databind.json.JsonMapper;

/** One document per piece of evidence, its unsent events inside. */
final class MongoEvidenceStore implements EvidenceStore {

    private static final Bson WITHOUT_OUTBOX = Projections.exclude("outbox");

    private final MongoCollection<Document> collection;
    private final JsonMapper json;
    private final Runnable afterWrite;

    MongoEvidenceStore(MongoCollection<Document> collection, JsonMapper json, Runnable afterWrite) {
        this.collection = collection;
        this.json = json;
        this.afterWrite = afterWrite;
    }

    @Override
    public boolean add(EvidenceEvent.Submitted event) {
        return Away.unless(() -> {
            try {
                collection.insertOne(Outbox.insert(EvidenceDocument.of(event.evidence()), outboxEvents(event)));
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
            afterWrite.run();
            return true;
        });
    }

    @Override
    public boolean change(EvidenceEvent event) {
        Evidence evidence = event.evidence();
        var update = combine(
                set(EvidenceDocument.VERSION, evidence.version()),
                set(EvidenceDocument.STATE, evidence.state().word()),
                push(EvidenceDocument.HISTORY, EvidenceDocument.step(evidence.latest())),
                Outbox.append(outboxEvents(event)));
        var theVersionBefore = and(
                eq(EvidenceDocument.ID, evidence.id().toString()),
                eq(EvidenceDocument.VERSION, evidence.version() - 1));
        return Away.unless(() -> {
            boolean changed = collection.updateOne(theVersionBefore, update).getMatchedCount() == 1;
            if (changed) {
                afterWrite.run();
            }
            return changed;
        });
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
    public Page list(EvidenceFilter filter, Slice slice, VisibleProviders visible) {
        boolean newestFirst = slice.order() == Order.NEWEST_FIRST;
        var conditions = conditions(filter, visible);
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
    public boolean holds(EvidenceId id, UUID file) {
        return Away.unless(() -> collection
                        .find(and(
                                eq(EvidenceDocument.ID, id.toString()),
                                eq(EvidenceDocument.FILES + ".id", file.toString())))
                        .projection(Projections.include(EvidenceDocument.ID))
                        .first()
                != null);
    }

    private static List<Bson> conditions(EvidenceFilter filter, VisibleProviders visible) {
        var conditions = new ArrayList<Bson>();
        visible.onlyThese()
                .ifPresent(providers -> conditions.add(in(
                        EvidenceDocument.PROVIDER,
                        providers.stream().map(ProviderId::ukprn).toList())));
        if (filter.provider() != null) {
            conditions.add(eq(EvidenceDocument.PROVIDER, filter.provider().ukprn()));
        }
        if (filter.state() != null) {
            conditions.add(eq(EvidenceDocument.STATE, filter.state().word()));
        }
        if (filter.criterion() != null) {
            conditions.add(eq(EvidenceDocument.CRITERIA, filter.criterion().value()));
        }
        return conditions;
    }

    private List<OutboxEvent> outboxEvents(EvidenceEvent event) {
        return List.of(EvidenceMessage.outboxEvent(event, json));
    }
}
