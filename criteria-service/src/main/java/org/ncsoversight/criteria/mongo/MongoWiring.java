package org.ncsoversight.criteria.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that the connection string names. */
@Configuration(proxyBeanMethods = false)
class MongoWiring {

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        String name = details.getConnectionString().getDatabase();
        if (name == null) {
            throw new IllegalArgumentException("spring.mongodb.uri must end with the name of a database");
        }
        return client.getDatabase(name);
    }

    @Bean
    MongoCollections collections(MongoDatabase database) {
        return MongoCollections.of(database);
    }
}
