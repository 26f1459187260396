package org.ncsoversight.evidence.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import org.bson.Document;

/** Writes documents without events, so that of two changes at once one loses and is told. */
public final class Versions {

    public static final String VERSION = "version";

    private Versions() {}

    public static boolean add(MongoCollection<Document> collection, Document document) {
        return Away.unless(() -> {
            try {
                collection.insertOne(document);
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    public static boolean change(MongoCollection<Document> collection, Document document) {
        var theVersionBefore = and(eq("_id", document.get("_id")), eq(VERSION, document.getLong(VERSION) - 1));
        return Away.unless(
                () -> collection.replaceOne(theVersionBefore, document).getMatchedCount() == 1);
    }
}
