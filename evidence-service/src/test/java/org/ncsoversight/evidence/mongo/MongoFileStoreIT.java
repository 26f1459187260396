package org.ncsoversight.evidence.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.store.FileStore;
import org.ncsoversight.evidence.store.FileStoreContract;

class MongoFileStoreIT extends FileStoreContract {

    private MongoClient client;
    private FileStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        store = new MongoFileStore(client.getDatabase(new ConnectionString(uri).getDatabase()));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected FileStore store() {
        return store;
    }
}
