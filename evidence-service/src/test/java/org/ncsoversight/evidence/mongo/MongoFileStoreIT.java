package org.ncsoversight.evidence.mongo;

import static org.ncsoversight.evidence.model.Samples.NOON;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.model.ScanState;
import org.ncsoversight.evidence.store.FileScans;
import org.ncsoversight.evidence.store.FileStore;
import org.ncsoversight.evidence.store.FileStoreContract;

class MongoFileStoreIT extends FileStoreContract {

    private MongoClient client;
    private MongoFileScans scans;
    private FileStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        var database = client.getDatabase(new ConnectionString(uri).getDatabase());
        MongoFileScans.createIndexes(database);
        scans = new MongoFileScans(database, ScanState.QUARANTINED, Clock.fixed(NOON, ZoneOffset.UTC));
        store = new MongoFileStore(database, scans);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Override
    protected FileStore store() {
        return store;
    }

    @Override
    protected FileScans scans() {
        return scans;
    }
}
