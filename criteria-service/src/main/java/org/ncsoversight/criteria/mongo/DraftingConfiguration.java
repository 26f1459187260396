package org.ncsoversight.criteria.mongo;

import com.mongodb.client.MongoClient;
import org.ncsoversight.criteria.model.drafting.DraftStore;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of what is not published yet; found by their ids only, so they need no index. */
@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {

    @Bean
    DraftStore draftStore(MongoClient client, MongoConnectionDetails details) {
        return new MongoDraftStore(client.getDatabase(MongoWiring.databaseOf(details.getConnectionString()))
                .getCollection("drafts"));
    }
}
