package org.ncsoversight.evidence.items.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.DraftStoreContract;

class MongoDraftStoreIT extends DraftStoreContract {

    private MongoClient client;
    private DraftStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = DraftConfiguration.open(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected DraftStore store() {
        return store;
    }
}
