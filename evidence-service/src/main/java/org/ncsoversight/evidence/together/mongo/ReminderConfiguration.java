package org.ncsoversight.evidence.together.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.ncsoversight.documents.Patient;
import org.ncsoversight.evidence.items.mongo.EvidenceDocument;
import org.ncsoversight.evidence.items.mongo.MongoConfiguration;
import org.ncsoversight.evidence.items.mongo.MongoOwnedEvidence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it is kept who was told what, and the way evidence is asked for by its review date. */
@Configuration
class ReminderConfiguration {

    @Bean
    MongoReminderStore reminderStore(MongoDatabase database) {
        Patient.with(database.getCollection(MongoConfiguration.EVIDENCE))
                .createIndex(Indexes.ascending(
                        EvidenceDocument.PROVIDER, EvidenceDocument.STATE, MongoOwnedEvidence.REVIEW_DATE));
        return new MongoReminderStore(database);
    }
}
