package org.ncsoversight.evidence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database, and relays what is written there to Kafka. */
@Configuration
class DatabaseConfiguration {

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails connection) {
        ConnectionString uri = connection.getConnectionString();
        MongoDatabase database =
                client.getDatabase(Objects.requireNonNull(uri.getDatabase(), "MONGODB_URI names no database"));
        Patient.awaitAnswer(database);
        return database;
    }

    /** The relay's own: Spring's factory closes those it made when it stops or sees an error, and never again opens them. */
    @Bean(destroyMethod = "close")
    Producer<String, String> relayProducer(KafkaProperties kafka) {
        return new KafkaProducer<>(kafka.buildProducerProperties(), new StringSerializer(), new StringSerializer());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OutboxRelay relay(List<EventSource> sources, Producer<String, String> relayProducer, OutboxSettings settings) {
        return new OutboxRelay(
                sources.stream().map(EventSource::collection).toList(),
                relayProducer,
                new OutboxRelay.Settings(settings.batchSize(), settings.pollInterval()));
    }
}
