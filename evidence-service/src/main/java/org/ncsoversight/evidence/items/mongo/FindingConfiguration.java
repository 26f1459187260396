package org.ncsoversight.evidence.items.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finding needs in the database: indexes for the usual filters, and the filters people keep. */
@Configuration
class FindingConfiguration {

    @Bean
    MongoFilterStore filterStore(MongoDatabase database) {
        createIndexes(database);
        fillWords(database);
        return new MongoFilterStore(database.getCollection("filters"));
    }

    /** Provider first, because almost every list is of one provider; by words the whole country is searched too. */
    static void createIndexes(MongoDatabase database) {
        MongoCollection<Document> evidence = database.getCollection(MongoConfiguration.EVIDENCE);
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, EvidenceDocument.CRITERIA));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, "owner"));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.PROVIDER, "threads"));
        Patient.with(evidence).createIndex(Indexes.ascending(EvidenceDocument.WORDS, EvidenceDocument.PROVIDER));
        Patient.with(database.getCollection("filters")).createIndex(Indexes.ascending(MongoFilterStore.SUBJECT));
    }

    /** What was kept before there was a search gets its words, once. */
    static void fillWords(MongoDatabase database) {
        MongoCollection<Document> upgrades = database.getCollection("upgrades");
        if (upgrades.find(eq("_id", EvidenceDocument.WORDS)).first() != null) {
            return;
        }
        MongoCollection<Document> evidence = database.getCollection(MongoConfiguration.EVIDENCE);
        evidence.find(exists(EvidenceDocument.WORDS, false))
                .forEach(document -> evidence.updateOne(
                        eq(EvidenceDocument.ID, document.getString(EvidenceDocument.ID)),
                        set(
                                EvidenceDocument.WORDS,
                                EvidenceDocument.words(
                                        EvidenceDocument.read(document).content()))));
        upgrades.replaceOne(
                eq("_id", EvidenceDocument.WORDS),
                new Document("_id", EvidenceDocument.WORDS),
                new ReplaceOptions().upsert(true));
    }
}
