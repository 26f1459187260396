package org.ncsoversight.evidence.together.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.ncsoversight.documents.Patient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens what campaigns and their answers are kept in. */
@Configuration
class CampaignConfiguration {

    @Bean
    MongoCampaignStore campaignStore(MongoDatabase database) {
        return open(database);
    }

    /** Safe to repeat; one index per way a list is asked for. */
    static MongoCampaignStore open(MongoDatabase database) {
        MongoCollection<Document> campaigns = database.getCollection("campaigns");
        Patient.with(campaigns).createIndex(Indexes.ascending(CampaignDocument.LIST_KEY));
        Patient.with(campaigns).createIndex(Indexes.ascending(CampaignDocument.PROVIDERS, CampaignDocument.LIST_KEY));
        MongoCollection<Document> answers = database.getCollection("campaignAnswers");
        Patient.with(answers).createIndex(Indexes.ascending(CampaignDocument.CAMPAIGN, CampaignDocument.PROVIDER));
        return new MongoCampaignStore(campaigns, answers);
    }
}
