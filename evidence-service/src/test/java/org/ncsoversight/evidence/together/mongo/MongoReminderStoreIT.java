package org.ncsoversight.evidence.together.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.together.store.ReminderStore;
import org.ncsoversight.evidence.together.store.ReminderStoreContract;

class MongoReminderStoreIT extends ReminderStoreContract {

    private MongoClient client;
    private ReminderStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = new MongoReminderStore(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected ReminderStore store() {
        return store;
    }
}
