package org.ncsoversight.outcomes.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stores on the database that the connection string names, and the relay that empties the outbox. */
@Configuration(proxyBeanMethods = false)
class MongoWiring {

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        return client.getDatabase(databaseOf(details.getConnectionString()));
    }

    @Bean
    MongoCollections collections(MongoDatabase database) {
        return MongoCollections.of(database);
    }

    @Bean(destroyMethod = "close")
    Producer<String, String> producer(KafkaProperties kafka) {
        return new KafkaProducer<>(kafka.buildProducerProperties(), new StringSerializer(), new StringSerializer());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OutboxRelay outboxRelay(MongoCollections collections, Producer<String, String> producer, OutboxLimits limits) {
        return new OutboxRelay(
                List.of(collections.claims()),
                producer,
                new OutboxRelay.Settings(limits.batchSize(), limits.pollInterval()));
    }

    @Bean
    MongoClaims claims(MongoCollections collections, ClaimEvents events, OutboxRelay relay) {
        return new MongoClaims(collections, events, relay::wake);
    }

    @Bean
    MongoImports imports(MongoCollections collections) {
        return new MongoImports(collections);
    }

    @Bean
    MongoProviderRegister providerRegister(MongoCollections collections) {
        return new MongoProviderRegister(collections.providers(), collections.contracts());
    }

    private static String databaseOf(ConnectionString address) {
        String database = address.getDatabase();
        if (database == null) {
            throw new IllegalArgumentException("spring.mongodb.uri must end with the name of a database");
        }
        return database;
    }
}
