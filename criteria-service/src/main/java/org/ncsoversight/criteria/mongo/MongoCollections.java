package org.ncsoversight.criteria.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.outbox.Outbox;
import org.springframework.core.Ordered;

/** The collections of this service; each keeps its own outbox beside its state. */
public record MongoCollections(
        MongoCollection<Document> editions, MongoCollection<Document> providers, MongoCollection<Document> contracts) {

    /** The order of what makes further indexes at start. */
    public static final int AFTER_THE_DATABASE_ANSWERS = Ordered.HIGHEST_PRECEDENCE + 1;

    public static final String PARTIES = "contracts.parties";

    public static MongoCollections of(MongoDatabase database) {
        return new MongoCollections(
                database.getCollection("editions"),
                database.getCollection("providers"),
                database.getCollection("contracts"));
    }

    public List<MongoCollection<Document>> all() {
        return List.of(editions, providers, contracts);
    }

    /** Safe to repeat. */
    public void createIndexes() {
        all().forEach(Outbox::createIndex);
        Patient.with(contracts).createIndex(Indexes.ascending(PARTIES));
    }
}
