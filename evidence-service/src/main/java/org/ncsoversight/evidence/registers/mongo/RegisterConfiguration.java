package org.ncsoversight.evidence.registers.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.ncsoversight.evidence.mongo.EventSource;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens what registers are kept in. */
@Configuration
class RegisterConfiguration {

    static final String COUNTS = "register-counts";
    static final String TABLES = "registers";
    static final String HISTORY = "register-history";
    static final String IMPORTS = "register-imports";

    @Bean
    EventSource registerCounts(MongoDatabase database) {
        MongoCollection<Document> counts = database.getCollection(COUNTS);
        Outbox.createIndex(counts);
        return new EventSource(counts);
    }

    @Bean
    MongoRegisterCountStore registerCountStore(MongoDatabase database, JsonMapper json, OutboxRelay relay) {
        return new MongoRegisterCountStore(database.getCollection(COUNTS), json, relay::wake);
    }

    @Bean
    MongoRegisterStore registerStore(MongoDatabase database) {
        return new MongoRegisterStore(database.getCollection(TABLES), database.getCollection(HISTORY));
    }

    @Bean
    MongoRegisterImportStore registerImportStore(MongoDatabase database) {
        return new MongoRegisterImportStore(database.getCollection(IMPORTS));
    }
}
