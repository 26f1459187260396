package org.ncsoversight.evidence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Keeps the highest version of what others tell, whatever order it is told in. */
public final class Newest {

    private Newest() {}

    /** Replaces an older version or the same one told again, or inserts the first; the database decides between two at once. */
    public static void keep(MongoCollection<Document> collection, String id, long version, Document state) {
        var document = new Document("_id", id).append("version", version);
        document.putAll(state);
        Away.unless(() -> {
            if (replaced(collection, id, version, document)) {
                return true;
            }
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                return replaced(collection, id, version, document); // Somebody inserted another version just now.
            }
        });
    }

    private static boolean replaced(MongoCollection<Document> collection, String id, long version, Document document) {
        return collection
                        .replaceOne(and(eq("_id", id), lte("version", version)), document)
                        .getMatchedCount()
                == 1;
    }
}
