package org.ncsoversight.feedback.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.ncsoversight.feedback.contract.FeedbackMessage;
import org.ncsoversight.feedback.importing.ProviderMonth;
import org.ncsoversight.feedback.importing.ResponseStore;
import org.ncsoversight.feedback.model.FeedbackEvent.ResponseRecorded;
import org.ncsoversight.feedback.model.Response;
import org.ncsoversight.feedback.model.ResponseId;
import org.ncsoversight.outbox.Outbox;
import tools.jackson.databind.json.JsonMapper;

/** Responses in MongoDB, each with its unsent events beside it. */
final class MongoResponseStore implements ResponseStore {

    private static final String ORDER = "order";

    /** Where it is missing, whatever changed it last was also the last to say so. */
    private static final String CONFIRMED = "confirmed";

    private final MongoCollection<Document> responses;
    private final MongoTotals totals;
    private final JsonMapper json;
    private final Runnable written;

    /**
     * Stores into a database.
     *
     * @param written told after each write that there are events to send
     */
    MongoResponseStore(MongoDatabase database, JsonMapper json, Runnable written) {
        this.responses = database.getCollection(MongoConfiguration.RESPONSES);
        this.totals = new MongoTotals(database);
        this.json = json;
        this.written = written;
    }

    @Override
    public Map<ResponseId, Stored> find(Collection<ResponseId> ids) {
        var found = new HashMap<ResponseId, Stored>();
        responses
                .find(in("_id", ids.stream().map(id -> id.value().toString()).toList()))
                .projection(Projections.exclude("outbox"))
                .forEach(document -> {
                    var response = ResponseDocument.read(document);
                    found.put(response.id(), new Stored(response, number(document, ORDER), confirmed(document)));
                });
        return found;
    }

    @Override
    public boolean write(List<ResponseRecorded> changes, long order) {
        var inserts = new ArrayList<Document>();
        var updates = new ArrayList<UpdateOneModel<Document>>();
        for (var change : changes) {
            var state = ResponseDocument.of(change.response()).append(ORDER, order);
            var events = List.of(FeedbackMessage.eventOf(change, json));
            if (change.response().version() == 1) {
                inserts.add(Outbox.insert(state, events));
            } else {
                var before = and(
                        eq("_id", state.get("_id")),
                        eq("version", change.response().version() - 1),
                        or(eq(CONFIRMED, null), lte(CONFIRMED, order)));
                state.remove("_id");
                updates.add(new UpdateOneModel<>(
                        before, Updates.combine(new Document("$set", state), Outbox.append(events))));
            }
        }
        boolean inserted = insert(inserts);
        boolean updated = update(updates);
        if (!changes.isEmpty()) {
            written.run();
        }
        return inserted && updated;
    }

    @Override
    public boolean confirm(List<Response> unchanged, long order) {
        return update(unchanged.stream()
                .map(response -> new UpdateOneModel<Document>(
                        and(eq("_id", response.id().value().toString()), eq("version", response.version())),
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
    public void recount(Collection<ProviderMonth> months) {
        totals.recount(months);
    }

    private boolean insert(List<Document> inserts) {
        if (inserts.isEmpty()) {
            return true;
        }
        try {
            responses.insertMany(inserts, new InsertManyOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (Errors.areDuplicateKeys(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean update(List<UpdateOneModel<Document>> updates) {
        return updates.isEmpty()
                || responses
                                .bulkWrite(updates, new BulkWriteOptions().ordered(false))
                                .getMatchedCount()
                        == updates.size();
    }
}
