package org.ncsoversight.reporting.readmodel;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Writes where the highest version wins, whatever the order and however often. */
final class Upserts {

    private static final int DUPLICATE_KEY = 11000;

    private Upserts() {}

    /** Each document has its _id and version; at most one per _id. */
    static void newest(MongoCollection<Document> collection, Collection<Document> documents) {
        List<ReplaceOneModel<Document>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        Filters.and(
                                Filters.eq("_id", document.getString("_id")),
                                Filters.lt("version", document.get("version", Number.class))),
                        document,
                        new ReplaceOptions().upsert(true)))
                .toList();
        if (writes.isEmpty()) {
            return;
        }
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            // An upsert that finds nothing older tries to insert and meets the same or a newer version: as wanted.
            if (!e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw e;
            }
        }
    }
}
