package org.ncsoversight.feedback.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.ncsoversight.feedback.importing.ImportStore;
import org.ncsoversight.feedback.importing.ResponseStore;
import org.ncsoversight.feedback.model.ProviderRegister;
import org.ncsoversight.feedback.shopping.ShopStore;
import org.ncsoversight.feedback.viewing.FeedbackView;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Wires the stores and the relay to one database, with their indexes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
class MongoConfiguration {

    static final String RESPONSES = "responses";
    static final String SHOPS = "shops";

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        return client.getDatabase(
                Objects.requireNonNull(details.getConnectionString().getDatabase(), "MONGODB_URI names no database"));
    }

    @Bean(initMethod = "start")
    OutboxRelay relay(MongoDatabase database, ProducerFactory<String, String> kafka, OutboxSettings settings) {
        var collections =
                List.of(RESPONSES, SHOPS).stream().map(database::getCollection).toList();
        collections.forEach(MongoConfiguration::createIndexes);
        return new OutboxRelay(
                collections,
                kafka.createProducer(),
                new OutboxRelay.Settings(settings.batchSize(), settings.pollInterval()));
    }

    @Bean
    ResponseStore responseStore(MongoDatabase database, JsonMapper json, OutboxRelay relay) {
        return new MongoResponseStore(database.getCollection(RESPONSES), json, relay::wake);
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
        return new MongoFeedbackView(database);
    }

    private static void createIndexes(MongoCollection<Document> collection) {
        Outbox.createIndex(collection);
        collection.createIndex(Indexes.ascending("ukprn"));
    }
}
