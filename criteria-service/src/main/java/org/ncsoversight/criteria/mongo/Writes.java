package org.ncsoversight.criteria.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxEvent;

/** Writes one document with the event that announces it, and lets the database decide who was first. */
public final class Writes {

    public static final String ID = "_id";
    public static final String VERSION = "version";

    private final MongoCollection<Document> collection;
    private final Runnable afterWrite;

    public Writes(MongoCollection<Document> collection, Runnable afterWrite) {
        this.collection = collection;
        this.afterWrite = afterWrite;
    }

    public boolean insert(Document state, OutboxEvent event) {
        try {
            collection.insertOne(Outbox.insert(state, List.of(event)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
        afterWrite.run();
        return true;
    }

    /** The state must be of the version after the one that is kept. */
    public boolean update(Document state, OutboxEvent event) {
        Bson before = and(eq(ID, state.get(ID)), eq(VERSION, state.getLong(VERSION) - 1));
        List<Bson> fields = state.entrySet().stream()
                .filter(field -> !field.getKey().equals(ID))
                .map(Writes::set)
                .toList();
        Bson change = Updates.combine(Updates.combine(fields), Outbox.append(List.of(event)));
        if (collection.updateOne(before, change).getMatchedCount() == 0) {
            return false;
        }
        afterWrite.run();
        return true;
    }

    private static Bson set(Map.Entry<String, Object> field) {
        return Updates.set(field.getKey(), field.getValue());
    }
}
