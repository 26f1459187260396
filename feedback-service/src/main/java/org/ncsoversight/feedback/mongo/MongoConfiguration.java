package org.ncsoversight.feedback.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.feedback.importing.ImportStore;
import org.ncsoversight.feedback.importing.ResponseStore;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.shopping.ShopStore;
import org.ncsoversight.feedback.viewing.FeedbackView;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the stores and the relay to one database, with their indexes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class MongoConfiguration {

    static final String RESPONSES = "responses";
    static final String SHOPS = "shops";

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        var database = client.getDatabase(
                Objects.requireNonNull(details.getConnectionString().getDatabase(), "MONGODB_URI names no database"));
        Patient.awaitAnswer(database);
        return database;
    }

    /** The relay's own: Spring's factory closes those it made when it stops or sees an error, and never again opens them. */
    @Bean(destroyMethod = "close")
    Producer<String, String> relayProducer(KafkaProperties kafka) {
        return new KafkaProducer<>(kafka.buildProducerProperties(), new StringSerializer(), new StringSerializer());
    }

    @Bean(initMethod = "start")
    OutboxRelay relay(MongoDatabase database, Producer<String, String> relayProducer, OutboxSettings settings) {
        var collections =
                List.of(RESPONSES, SHOPS).stream().map(database::getCollection).toList();
        collections.forEach(MongoConfiguration::createIndexes);
        return new OutboxRelay(
                collections, relayProducer, new OutboxRelay.Settings(settings.batchSize(), settings.pollInterval()));
    }

    @Bean
    ResponseStore responseStore(MongoDatabase database, JsonMapper json, OutboxRelay relay) {
        return new MongoResponseStore(database, json, relay::wake);
    }

    @Bean
    ShopStore shopStore(MongoDatabase database, JsonMapper json, OutboxRelay relay) {
        return new MongoShopStore(database.getCollection(SHOPS), json, relay::wake);
    }

    @Bean
    ImportStore importStore(MongoDatabase database) {
        var store = new MongoImportStore(database);
        store.createIndexes();
        return store;
    }

    @Bean
    ProviderRegister providerRegister(MongoDatabase database) {
        return new MongoProviderRegister(database);
    }

    @Bean
    FeedbackView feedbackView(MongoDatabase database) {
        new MongoTotals(database).countAllOnce();
        Patient.with(database.getCollection(SHOPS)).createIndex(Indexes.descending("shopDate", "_id"));
        return new MongoFeedbackView(database);
    }

    private static void createIndexes(MongoCollection<Document> collection) {
        Outbox.createIndex(collection);
        Patient.with(collection).createIndex(Indexes.ascending("ukprn"));
    }
}
