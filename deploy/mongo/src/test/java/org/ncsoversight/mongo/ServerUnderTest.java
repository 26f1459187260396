package org.ncsoversight.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server with an empty collection: ours, or the one of its makers. */
abstract class ServerUnderTest {

    MongoClient client;
    MongoCollection<Document> items;

    @TempDir
    Path folder;

    abstract String start(Path file) throws IOException;

    abstract void stop();

    abstract Class<?> main();

    @BeforeEach
    void open() throws IOException {
        client = MongoClients.create(start(folder.resolve("data.mv")));
        items = client.getDatabase("test").getCollection("items");
    }

    @AfterEach
    void close() {
        client.close();
        stop();
    }
}
