package org.ncsoversight.evidence.planning.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens what improvement plans are kept in. */
@Configuration
class ImprovementConfiguration {

    @Bean
    MongoImprovementStore improvementStore(MongoDatabase database) {
        return open(database);
    }

    /** Safe to repeat; one index per way a list is asked for. */
    static MongoImprovementStore open(MongoDatabase database) {
        MongoCollection<Document> actions = database.getCollection("improvement-actions");
        Patient.with(actions)
                .createIndex(Indexes.ascending(ImprovementDocument.PROVIDER, ImprovementDocument.LIST_KEY));
        Patient.with(actions)
                .createIndex(Indexes.ascending(
                        ImprovementDocument.PROVIDER, ImprovementDocument.STATE, ImprovementDocument.DUE_ON));
        Patient.with(actions).createIndex(Indexes.ascending(ImprovementDocument.STATE, ImprovementDocument.LIST_KEY));
        Patient.with(actions)
                .createIndex(Indexes.ascending(ImprovementDocument.CRITERIA, ImprovementDocument.LIST_KEY));
        Patient.with(actions).createIndex(Indexes.ascending(ImprovementDocument.LIST_KEY));
        return new MongoImprovementStore(actions);
    }
}
