package org.ncsoversight.evidence.exchange.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.exchange.store.WebhookStore;
import org.ncsoversight.evidence.exchange.store.WebhookStoreContract;

class MongoWebhookStoreIT extends WebhookStoreContract {

    private MongoClient client;
    private WebhookStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = new MongoWebhookStore(
                client.getDatabase(new ConnectionString(uri).getDatabase()), Duration.ofDays(36_500));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected WebhookStore store() {
        return store;
    }
}
