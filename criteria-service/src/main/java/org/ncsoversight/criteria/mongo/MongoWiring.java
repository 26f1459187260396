package org.ncsoversight.criteria.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import org.ncsoversight.criteria.register.mongo.MongoContractStore;
import org.ncsoversight.criteria.register.mongo.MongoProviderStore;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.standard.mongo.MongoEditionStore;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores on the database that the connection string names. */
@Configuration(proxyBeanMethods = false)
public class MongoWiring {

    @Bean
    MongoCollections collections(MongoClient client, MongoConnectionDetails details) {
        return MongoCollections.of(client.getDatabase(databaseOf(details.getConnectionString())));
    }

    @Bean
    EditionStore editionStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoEditionStore(collections, relay::wake);
    }

    @Bean
    ProviderStore providerStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoProviderStore(collections, relay::wake);
    }

    @Bean
    ContractStore contractStore(MongoCollections collections, OutboxRelay relay) {
        return new MongoContractStore(collections, relay::wake);
    }

    public static String databaseOf(ConnectionString address) {
        String database = address.getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("spring.mongodb.uri must end with the name of a database");
        }
        return database;
    }
}
