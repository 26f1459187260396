package org.ncsoversight.criteria.standard.mongo;

import com.mongodb.client.MongoDatabase;
import org.ncsoversight.criteria.mongo.MongoCollections;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of editions; what is not published yet is found by its id only, so it needs no index. */
@Configuration(proxyBeanMethods = false)
class StandardConfiguration {

    @Bean
    EditionStore editionStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoEditionStore(collections, relay::wake);
    }

    @Bean
    DraftStore draftStore(MongoDatabase database) {
        return new MongoDraftStore(database.getCollection("drafts"));
    }

    @Bean
    ImportStore importStore(MongoDatabase database) {
        return new MongoImportStore(database.getCollection("imports"));
    }
}
