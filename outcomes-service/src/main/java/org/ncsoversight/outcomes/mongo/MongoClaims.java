package org.ncsoversight.outcomes.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outcomes.importing.ClaimStore;
import org.ncsoversight.outcomes.importing.ProviderMonth;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimEvent.ClaimRecorded;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.VisibleProviders;
import org.ncsoversight.outcomes.viewing.Claims;

/** Claims with their unsent events, one document each. */
class MongoClaims implements ClaimStore, Claims {

    private static final String ORDER = "importOrder";

    /** Where it is missing, whatever changed it last was also the last to say so. */
    private static final String CONFIRMED = "importConfirmed";

    private final MongoCollection<Document> collection;
    private final MongoTotals totals;
    private final ClaimEvents events;
    private final Runnable written;

    /** @param written told after each write that there is something to send */
    MongoClaims(MongoCollections collections, ClaimEvents events, Runnable written) {
        this.collection = collections.claims();
        this.totals = new MongoTotals(collections);
        this.events = events;
        this.written = written;
    }

    @Override
    public Map<ClaimId, Stored> find(Collection<ClaimId> ids) {
        Map<ClaimId, Stored> found = new HashMap<>();
        var values = ids.stream().map(id -> id.value().toString()).toList();
        for (Document document : collection
                .find(in("_id", values))
                .projection(exclude("outbox", "outbox_newest"))
                .batchSize(ids.size() + 1)) {
            var claim = ClaimDocument.claimOf(document);
            found.put(claim.id(), new Stored(claim, number(document, ORDER), confirmed(document)));
        }
        return found;
    }

    @Override
    public boolean write(List<ClaimRecorded> changes, long order) {
        var created = new ArrayList<Document>(changes.size());
        var changed = new ArrayList<UpdateOneModel<Document>>();
        for (var change : changes) {
            var state = ClaimDocument.of(change.claim()).append(ORDER, order);
            var event = List.of(events.outboxEventOf(change));
            if (change.claim().version() == 1) {
                created.add(Outbox.insert(state, event));
            } else {
                Object id = state.remove("_id");
                changed.add(new UpdateOneModel<>(
                        and(
                                eq("_id", id),
                                eq(ClaimDocument.VERSION, change.claim().version() - 1),
                                or(eq(CONFIRMED, null), lte(CONFIRMED, order))),
                        Updates.combine(new Document("$set", state), Outbox.append(event))));
            }
        }
        boolean allCreated = created.isEmpty() || insert(created);
        boolean allChanged = changed.isEmpty() || update(changed);
        if (!changes.isEmpty()) {
            written.run();
        }
        return allCreated && allChanged;
    }

    @Override
    public boolean confirm(List<Claim> unchanged, long order) {
        return unchanged.isEmpty()
                || update(unchanged.stream()
                        .map(claim -> new UpdateOneModel<Document>(
                                and(
                                        eq("_id", claim.id().value().toString()),
                                        eq(ClaimDocument.VERSION, claim.version())),
                                Updates.max(CONFIRMED, order)))
                        .toList());
    }

    private static long confirmed(Document document) {
        return Math.max(number(document, ORDER), document.containsKey(CONFIRMED) ? number(document, CONFIRMED) : 0);
    }

    private static long number(Document document, String field) {
        return document.get(field, Number.class).longValue();
    }

    @Override
    public List<Claim> page(VisibleProviders visible, Optional<ClaimId> after, int limit) {
        var from = after.map(id -> gt("_id", id.value().toString())).orElse(empty());
        return collection
                .find(and(of(visible), from))
                .projection(exclude("outbox", "outbox_newest"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(ClaimDocument::claimOf)
                .into(new ArrayList<>());
    }

    @Override
    public void recount(Collection<ProviderMonth> months) {
        totals.recount(months);
    }

    @Override
    public List<MonthlyCount> monthlyCounts(VisibleProviders visible) {
        return totals.monthlyCounts(visible);
    }

    /** A duplicate id is not a failure: somebody else was faster. */
    private boolean insert(List<Document> created) {
        try {
            collection.insertMany(created, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            boolean onlyDuplicates = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (onlyDuplicates) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(List<UpdateOneModel<Document>> changed) {
        return collection
                        .bulkWrite(changed, new BulkWriteOptions().ordered(false))
                        .getMatchedCount()
                == changed.size();
    }

    private static Bson of(VisibleProviders visible) {
        return visible.restriction()
                .map(providers -> in(
                        ClaimDocument.PROVIDER,
                        providers.stream().map(Ukprn::value).toList()))
                .orElse(empty());
    }
}
