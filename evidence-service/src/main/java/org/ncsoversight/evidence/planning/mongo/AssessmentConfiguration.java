package org.ncsoversight.evidence.planning.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens what self-assessment reports are kept in. */
@Configuration
class AssessmentConfiguration {

    @Bean
    MongoAssessmentStore assessmentStore(MongoDatabase database) {
        return open(database);
    }

    /** Safe to repeat. */
    static MongoAssessmentStore open(MongoDatabase database) {
        MongoCollection<Document> assessments = database.getCollection("assessments");
        Patient.with(assessments)
                .createIndex(Indexes.ascending(AssessmentDocument.PROVIDER, AssessmentDocument.LIST_KEY));
        Patient.with(assessments)
                .createIndex(Indexes.ascending(AssessmentDocument.SIGNED, AssessmentDocument.LIST_KEY));
        Patient.with(assessments)
                .createIndex(
                        Indexes.ascending(AssessmentDocument.REPLACES),
                        new IndexOptions().unique(true).sparse(true));
        return new MongoAssessmentStore(assessments);
    }
}
