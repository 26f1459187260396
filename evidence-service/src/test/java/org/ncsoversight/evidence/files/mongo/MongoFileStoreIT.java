package org.ncsoversight.evidence.files.mongo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.NOON;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Mongo;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.files.store.FileStore;
import org.ncsoversight.evidence.files.store.FileStoreContract;

class MongoFileStoreIT extends FileStoreContract {

    private MongoClient client;
    private MongoDatabase database;
    private MongoFileScans scans;
    private FileStore store;

    @BeforeEach
    void open() {
        String uri = Mongo.uriOfNewDatabase();
        client = MongoClients.create(uri);
        database = client.getDatabase(new ConnectionString(uri).getDatabase());
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

    @Test
    void a_file_with_a_part_missing_is_damaged_and_not_gone() throws IOException {
        var file = UUID.randomUUID();
        store.write(file, new ByteArrayInputStream(new byte[10]));
        database.getCollection("files.chunks").deleteMany(new Document());

        assertThatThrownBy(() -> store.readForScan(file, OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(FileNotFoundException.class);
    }
}
