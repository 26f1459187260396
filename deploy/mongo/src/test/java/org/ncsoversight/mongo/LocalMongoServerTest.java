package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void it_listens_on_the_address_it_is_given() throws Exception {
        String file = folder.resolve("data.mv").toString();
        ServerProcess server = ServerProcess.start(LocalMongoServer.class, List.of(), file, "0", "0.0.0.0");
        try (MongoClient client = MongoClients.create(server.uri().replace("127.0.0.1", addressOfMachine()))) {
            client.getDatabase("test").getCollection("items").insertOne(new Document("_id", 1));
        } finally {
            server.kill();
        }
    }

    @Test
    void without_an_address_only_this_machine_reaches_it() throws Exception {
        ServerProcess server = ServerProcess.start(LocalMongoServer.class, folder.resolve("data.mv"));
        try {
            assertThat(server.uri()).startsWith("mongodb://127.0.0.1:");
        } finally {
            server.kill();
        }
    }

    /** One that is not of the loopback interface, if the machine has any. */
    private static String addressOfMachine() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .findFirst()
                .orElse("127.0.0.1");
    }

    private int inItsItems(Consumer<MongoCollection<Document>> work) throws Exception {
        ServerProcess server = ServerProcess.start(LocalMongoServer.class, folder.resolve("data.mv"));
        try (MongoClient client = MongoClients.create(server.uri())) {
            work.accept(client.getDatabase("test").getCollection("items"));
        }
        return server.stop();
    }
}
