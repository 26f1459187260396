package org.ncsoversight.evidence.planning.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.items.mongo.MongoConfiguration;
import org.ncsoversight.evidence.mongo.EventSource;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens what golden threads are kept in. */
@Configuration
class ThreadConfiguration {

    static final String THREADS = "threads";

    @Bean
    EventSource threadEvents(MongoDatabase database) {
        MongoCollection<Document> threads = database.getCollection(THREADS);
        Outbox.createIndex(threads);
        Patient.with(threads).createIndex(Indexes.ascending("provider", "name"));
        Patient.with(threads).createIndex(Indexes.ascending("provider", "_id"));
        Patient.with(database.getCollection(MongoConfiguration.EVIDENCE)).createIndex(Indexes.ascending("threads"));
        return new EventSource(threads);
    }

    @Bean
    MongoThreadStore threadStore(MongoDatabase database, JsonMapper json, OutboxRelay relay) {
        return new MongoThreadStore(
                database.getCollection(THREADS),
                database.getCollection(MongoConfiguration.EVIDENCE),
                json,
                relay::wake);
    }
}
