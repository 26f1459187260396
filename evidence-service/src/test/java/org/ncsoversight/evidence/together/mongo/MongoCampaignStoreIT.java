package org.ncsoversight.evidence.together.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.together.store.CampaignStore;
import org.ncsoversight.evidence.together.store.CampaignStoreContract;

class MongoCampaignStoreIT extends CampaignStoreContract {

    private MongoClient client;
    private CampaignStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = CampaignConfiguration.open(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected CampaignStore store() {
        return store;
    }
}
