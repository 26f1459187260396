package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.mongo.EventSource;
import org.ncsoversight.outbox.Outbox;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Opens what items are kept in, with its indexes. */
@Configuration
public class MongoConfiguration {

    public static final String EVIDENCE = "evidence";

    @Bean
    EventSource evidenceEvents(MongoDatabase database) {
        createIndexes(database);
        fillWaitingKeys(Patient.with(database.getCollection(EVIDENCE)));
        return new EventSource(database.getCollection(EVIDENCE));
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
    MongoHeldFiles heldFiles(MongoDatabase database) {
        MongoHeldFiles.createIndexes(database);
        return new MongoHeldFiles(database);
    }

    @Bean
    MongoRuleNews ruleNews(MongoDatabase database) {
        return new MongoRuleNews(database);
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
    }
}
