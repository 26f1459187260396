package org.ncsoversight.criteria.standard.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.ncsoversight.criteria.mongo.MongoWiring;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores of what is not published yet; found by their ids only, so they need no index. */
@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {

    @Bean
    DraftStore draftStore(MongoClient client, MongoConnectionDetails details) {
        return new MongoDraftStore(collection(client, details, "drafts"));
    }

    @Bean
    ImportStore importStore(MongoClient client, MongoConnectionDetails details) {
        return new MongoImportStore(collection(client, details, "imports"));
    }

    private static MongoCollection<Document> collection(
            MongoClient client, MongoConnectionDetails details, String name) {
        return client.getDatabase(MongoWiring.databaseOf(details.getConnectionString()))
                .getCollection(name);
    }
}
