package org.ncsoversight.evidence.items.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import org.ncsoversight.documents.Patient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the collection of drafts with its index. */
@Configuration
class DraftConfiguration {

    private static final String DRAFTS = "drafts";

    @Bean
    MongoDraftStore draftStore(MongoDatabase database) {
        return open(database);
    }

    static MongoDraftStore open(MongoDatabase database) {
        var drafts = database.getCollection(DRAFTS);
        Patient.with(drafts).createIndex(Indexes.ascending(DraftDocument.PROVIDER, DraftDocument.LIST_KEY));
        return new MongoDraftStore(drafts);
    }
}
