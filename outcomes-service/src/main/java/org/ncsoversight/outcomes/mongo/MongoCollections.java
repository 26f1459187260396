package org.ncsoversight.outcomes.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
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
        Patient.with(claims).createIndex(Indexes.ascending(ClaimDocument.PROVIDER, "_id"));
        Patient.with(claims).createIndex(Indexes.ascending(ClaimDocument.PROVIDER, ClaimDocument.MONTH));
        Patient.with(totals).createIndex(Indexes.ascending(ClaimDocument.PROVIDER));
        Patient.with(imports)
                .createIndex(
                        Indexes.ascending(MongoImports.IDENTITY),
                        new IndexOptions().unique(true).sparse(true));
        Patient.with(imports).createIndex(Indexes.ascending(ImportDocument.STATE, ImportDocument.STARTED_AT));
    }
}
