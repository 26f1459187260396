package org.ncsoversight.outcomes.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.outbox.Outbox;

/** Every collection of this service, and their indexes. */
record MongoCollections(
        MongoCollection<Document> claims,
        MongoCollection<Document> totals,
        MongoCollection<Document> imports,
        MongoCollection<Document> importChunks,
        MongoCollection<Document> counters,
        MongoCollection<Document> providers,
        MongoCollection<Document> contracts) {

    static MongoCollections of(MongoDatabase database) {
        return new MongoCollections(
                database.getCollection("claims"),
                database.getCollection("claimTotals"),
                database.getCollection("imports"),
                database.getCollection("importChunks"),
                database.getCollection("counters"),
                database.getCollection("providers"),
                database.getCollection("contracts"));
    }

    /** Safe to repeat. */
    void createIndexes() {
        Outbox.createIndex(claims);
        claims.createIndex(Indexes.ascending(ClaimDocument.PROVIDER, "_id"));
        claims.createIndex(Indexes.ascending(ClaimDocument.PROVIDER, ClaimDocument.MONTH));
        totals.createIndex(Indexes.ascending(ClaimDocument.PROVIDER));
        imports.createIndex(
                Indexes.ascending(MongoImports.IDENTITY),
                new IndexOptions().unique(true).sparse(true));
        imports.createIndex(Indexes.ascending(ImportDocument.STATE, ImportDocument.STARTED_AT));
    }
}
