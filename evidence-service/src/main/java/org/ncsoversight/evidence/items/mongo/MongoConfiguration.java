package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.files.mongo.MongoFileStore;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.mongo.EventSource;
import org.ncsoversight.evidence.mongo.OutboxSettings;
import org.ncsoversight.evidence.standard.mongo.MongoProviders;
import org.ncsoversight.evidence.standard.mongo.MongoStandard;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens the database with its indexes, and relays what is written to Kafka. */
@Configuration
public class MongoConfiguration {

    public static final String EVIDENCE = "evidence";

    @Bean
    MongoDatabase database(MongoClient client, MongoConnectionDetails connection) {
        ConnectionString uri = connection.getConnectionString();
        MongoDatabase database =
                client.getDatabase(Objects.requireNonNull(uri.getDatabase(), "MONGODB_URI names no database"));
        Patient.awaitAnswer(database);
        createIndexes(database);
        fillWaitingKeys(Patient.with(database.getCollection(EVIDENCE)));
        return database;
    }

    @Bean
    EventSource evidenceEvents(MongoDatabase database) {
        return new EventSource(database.getCollection(EVIDENCE));
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

    @Bean
    MongoEvidenceStore evidenceStore(
            MongoDatabase database, JsonMapper json, OutboxRelay relay, ApplicationEventPublisher listeners) {
        return new MongoEvidenceStore(database.getCollection(EVIDENCE), json, event -> {
            relay.wake();
            listeners.publishEvent(event);
        });
    }

    @Bean
    MongoStandard knownStandard(MongoDatabase database) {
        return new MongoStandard(database.getCollection("editions"));
    }

    @Bean
    MongoProviders knownProviders(MongoDatabase database) {
        return new MongoProviders(database.getCollection("providers"));
    }

    /** What was submitted before there was a queue of its own could only be submitted once. */
    static void fillWaitingKeys(MongoCollection<Document> evidence) {
        var without =
                and(eq(EvidenceDocument.STATE, EvidenceState.SUBMITTED.word()), eq(EvidenceDocument.WAITING_KEY, null));
        evidence.find(without)
                .projection(Projections.include(EvidenceDocument.LIST_KEY))
                .forEach(item -> evidence.updateOne(
                        eq(EvidenceDocument.ID, item.getString(EvidenceDocument.ID)),
                        set(EvidenceDocument.WAITING_KEY, item.getString(EvidenceDocument.LIST_KEY))));
    }

    /** Safe to repeat; one index per way a list is asked for. */
    static void createIndexes(MongoDatabase database) {
        MongoCollection<Document> evidence = database.getCollection(EVIDENCE);
        Outbox.createIndex(evidence);
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, EvidenceDocument.LIST_KEY));
        Patient.with(evidence)
                .createIndex(Indexes.ascending(
                        EvidenceDocument.PROVIDER, EvidenceDocument.STATE, EvidenceDocument.LIST_KEY));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.STATE, EvidenceDocument.LIST_KEY));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.STATE, EvidenceDocument.WAITING_KEY));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.CRITERIA, EvidenceDocument.LIST_KEY));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.LIST_KEY));
        Patient.with(database.getCollection(MongoFileStore.UPLOADS)).createIndex(Indexes.ascending("startedAt"));
    }
}
