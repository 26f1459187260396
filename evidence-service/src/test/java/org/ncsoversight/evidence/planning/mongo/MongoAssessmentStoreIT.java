package org.ncsoversight.evidence.planning.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.planning.store.AssessmentStore;
import org.ncsoversight.evidence.planning.store.AssessmentStoreContract;

class MongoAssessmentStoreIT extends AssessmentStoreContract {

    private MongoClient client;
    private AssessmentStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = AssessmentConfiguration.open(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected AssessmentStore store() {
        return store;
    }
}
