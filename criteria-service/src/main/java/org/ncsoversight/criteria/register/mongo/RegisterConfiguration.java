package org.ncsoversight.criteria.register.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The stores of the register, and of imports into it. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    private static final String IMPORTS = "register_imports";

    @Bean
    ProviderStore providerStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoProviderStore(collections, relay::wake);
    }

    @Bean
    ContractStore contractStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoContractStore(collections, relay::wake);
    }

    @Bean
    RegisterImportStore registerImportStore(MongoDatabase database) {
        return new MongoRegisterImportStore(database.getCollection(IMPORTS));
    }

    @Bean
    @Order(MongoCollections.AFTER_THE_DATABASE_ANSWERS)
    ApplicationRunner registerIndexes(MongoDatabase database) {
        return _ -> Patient.with(database.getCollection(IMPORTS))
                .createIndex(Indexes.ascending(MongoRegisterImportStore.STATE));
    }
}
