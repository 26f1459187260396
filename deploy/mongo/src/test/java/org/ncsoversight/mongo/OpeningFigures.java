package org.ncsoversight.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * Measures by hand how long a large file takes to open, as a process with the platform's heap:
 * {@code java -cp <test class path> org.ncsoversight.mongo.OpeningFigures <file> <megabytes>}.
 */
final class OpeningFigures {

    private static final List<String> FLAGS = List.of("-Xmx192m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");
    private static final int DOCUMENTS_AT_ONCE = 1_000;
    private static final int TEXT_LENGTH = 1_000;

    private OpeningFigures() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path file = Path.of(args[0]);
        long wanted = Long.parseLong(args[1]) << 20;
        long documents = fill(file, wanted);
        System.out.printf("%d documents, %d MB%n", documents, Files.size(file) >> 20);
        for (int round = 0; round < 3; round++) {
            Instant begin = Instant.now();
            ServerProcess server = start(file);
            System.out.printf(
                    "ready after %d ms%n",
                    Duration.between(begin, Instant.now()).toMillis());
            server.kill();
        }
    }

    private static ServerProcess start(Path file) throws IOException {
        return ServerProcess.start(LocalMongoServer.class, FLAGS, file.toString(), "0");
    }

    private static long fill(Path file, long wanted) throws IOException, InterruptedException {
        ServerProcess server = start(file);
        int documents = 0;
        try (MongoClient client = MongoClients.create(server.uri())) {
            var items = client.getDatabase("test").getCollection("items");
            items.createIndex(Indexes.ascending("provider", "_id"));
            items.createIndex(Indexes.ascending("number"));
            items.createIndex(Indexes.ascending("outbox.recordedTime"), new IndexOptions().sparse(true));
            while (Files.size(file) < wanted) {
                items.insertMany(IntStream.range(documents, documents + DOCUMENTS_AT_ONCE)
                        .mapToObj(OpeningFigures::document)
                        .toList());
                documents += DOCUMENTS_AT_ONCE;
            }
        } finally {
            server.kill();
        }
        return documents;
    }

    private static Document document(int n) {
        return new Document("_id", "item " + n)
                .append("provider", "provider " + n % 50)
                .append("number", n)
                .append("text", "x".repeat(TEXT_LENGTH))
                .append("outbox", List.of());
    }
}
