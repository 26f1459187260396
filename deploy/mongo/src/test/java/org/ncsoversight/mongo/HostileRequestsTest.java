package org.ncsoversight.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.storage.DiskSpace;

/** Whatever one client sends, the others are served. */
class HostileRequestsTest {

    private static final int CONNECTIONS = 20;
    private static final int MESSAGE = 2013;
    private static final int OVERFLOW = 15;
    private static final int MUCH_TOO_DEEP = 190;

    @TempDir
    Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private LocalMongo mongo;
    private MongoClient client;

    @BeforeEach
    void start() {
        Limits usual = Limits.ofHeap(128L << 20);
        mongo = LocalMongo.start(
                folder.resolve("data.mv"),
                new InetSocketAddress(LocalMongo.LOOPBACK, 0),
                Duration.ofSeconds(10),
                new Limits(
                        usual.cacheInBytes(),
                        usual.budgetInBytes(),
                        usual.commandInBytes(),
                        usual.requestsInBytes(),
                        usual.batchInBytes(),
                        usual.heavyCommands(),
                        CONNECTIONS,
                        usual.patience()),
                new DiskSpace(() -> Long.MAX_VALUE));
        client = MongoClients.create(mongo.uri());
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        client.close();
        mongo.close();
    }

    @Test
    void large_requests_that_never_come_hold_up_nobody_with_small_ones() throws IOException {
        for (int i = 0; i < CONNECTIONS / 2; i++) {
            Socket socket = connect();
            socket.getOutputStream().write(header(15 << 20));
            socket.getOutputStream().write(new byte[100_000]);
        }

        assertServed();
    }

    @Test
    void a_request_larger_than_any_ends_its_connection() throws IOException {
        Socket socket = connect();

        socket.getOutputStream().write(header(100_000_000));

        assertThat(socket.getInputStream().read()).isEqualTo(-1);
        assertServed();
    }

    @Test
    void more_connections_than_allowed_are_closed_and_there_is_room_again_later() throws IOException {
        assertServed();
        for (int i = 0; i < CONNECTIONS; i++) {
            connect();
        }
        assertThat(sockets.getLast().getInputStream().read()).isEqualTo(-1);

        assertServed();
    }

    @Test
    void random_bytes_are_answered_with_an_error_or_not_at_all() throws IOException {
        var random = new Random(11);
        for (int i = 0; i < 300; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            try (Socket socket = new Socket()) {
                socket.connect(address());
                socket.getOutputStream().write(header(16 + body.length));
                socket.getOutputStream().write(body);
                socket.shutdownOutput();
            }
        }

        assertServed();
    }

    @Test
    void a_document_nested_too_deep_is_refused() {
        Document deep = new Document();
        for (int i = 0; i < MUCH_TOO_DEEP; i++) {
            deep = new Document("a", deep);
        }
        Document document = deep;

        assertThat(MongoCode.of(
                        () -> client.getDatabase("test").getCollection("items").insertOne(document)))
                .isEqualTo(OVERFLOW);
    }

    private void assertServed() {
        var items = client.getDatabase("test").getCollection("items");
        items.insertOne(new Document("number", 1));
        assertThat(items.find(new Document("number", 1)).first()).isNotNull();
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(address());
        sockets.add(socket);
        return socket;
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(
                LocalMongo.LOOPBACK, URI.create(mongo.uri()).getPort());
    }

    private static byte[] header(int length) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(MESSAGE)
                .array();
    }
}
