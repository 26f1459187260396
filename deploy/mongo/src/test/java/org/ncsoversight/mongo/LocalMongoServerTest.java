package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process of its own. */
class LocalMongoServerTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    @Test
    void asked_to_stop_it_closes_its_file_and_has_everything_at_the_next_start() throws Exception {
        int exit = inItsItems(items -> items.insertOne(new Document("_id", 1)));

        assertThat(exit).isEqualTo(TERMINATED);
        inItsItems(items -> assertThat(items.countDocuments()).isEqualTo(1));
    }

    private int inItsItems(Consumer<MongoCollection<Document>> work) throws Exception {
        ServerProcess server = ServerProcess.start(LocalMongoServer.class, folder.resolve("data.mv"));
        try (MongoClient client = MongoClients.create(server.uri())) {
            work.accept(client.getDatabase("test").getCollection("items"));
        }
        return server.stop();
    }
}
