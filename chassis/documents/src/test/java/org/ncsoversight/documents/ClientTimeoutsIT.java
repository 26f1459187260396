package org.ncsoversight.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Mongo;

class ClientTimeoutsIT {

    private static final Duration CALLERS_WAIT = Duration.ofSeconds(6);
    private static final String URI = Mongo.uriOfNewDatabase();
    private static final FreezableProxy SERVER = FreezableProxy.before(URI);
    private static final MongoClient CLIENT = client();
    private static final MongoDatabase DATABASE = CLIENT.getDatabase(URI.substring(URI.lastIndexOf('/') + 1));

    @AfterEach
    void bringItBack() {
        SERVER.comeBack();
        Patient.awaitAnswer(DATABASE);
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void a_server_that_is_away_is_not_waited_for_long() {
        Patient.awaitAnswer(DATABASE);
        SERVER.goAway();

        assertUnavailableInTime(DATABASE);
    }

    @Test
    void nor_is_one_that_is_frozen_whether_or_not_there_is_an_open_connection() {
        Patient.awaitAnswer(DATABASE);
        SERVER.freeze();

        assertUnavailableInTime(DATABASE);
        assertUnavailableInTime(DATABASE);
        try (MongoClient late = client()) {
            assertUnavailableInTime(late.getDatabase(DATABASE.getName()));
        }
    }

    @Test
    void nor_does_patience_wait_for_one_that_is_away() {
        Patient.awaitAnswer(DATABASE);
        SERVER.goAway();

        Throwable failure = assertTimeoutPreemptively(
                CALLERS_WAIT,
                () -> catchThrowable(
                        () -> Patient.with(DATABASE.getCollection("any")).createIndex(Indexes.ascending("a"))));
        assertThat(Unavailable.is(failure)).isTrue();
    }

    @Test
    void patience_takes_longer_than_any_other_read_may() {
        DATABASE.getCollection("large").insertOne(new Document("a", 1));
        SERVER.freeze();
        // Another client gives up first; only then is the server let go.
        var impatient = CompletableFuture.runAsync(() -> {
            try (MongoClient other = client()) {
                assertUnavailableInTime(other.getDatabase(DATABASE.getName()));
            } finally {
                SERVER.comeBack();
            }
        });

        String index = Patient.with(DATABASE.getCollection("large")).createIndex(Indexes.ascending("a"));

        assertThat(index).isEqualTo("a_1");
        impatient.join();
    }

    @Test
    void large_files_and_large_writes_pass() {
        byte[] file = new byte[25_000_000];
        new Random(1).nextBytes(file);
        var bucket = GridFSBuckets.create(DATABASE);

        var id = bucket.uploadFromStream("file", new ByteArrayInputStream(file));
        DATABASE.getCollection("many")
                .insertMany(IntStream.range(0, 20_000)
                        .mapToObj(number -> new Document("number", number).append("text", "x".repeat(200)))
                        .toList());

        var back = new ByteArrayOutputStream();
        bucket.downloadToStream(id, back);
        assertThat(back.toByteArray()).isEqualTo(file);
        assertThat(DATABASE.getCollection("many").countDocuments()).isEqualTo(20_000);
    }

    private static void assertUnavailableInTime(MongoDatabase database) {
        Throwable failure = assertTimeoutPreemptively(
                CALLERS_WAIT,
                () -> catchThrowable(() -> database.getCollection("any").find().first()));
        assertThat(Unavailable.is(failure)).isTrue();
    }

    private static MongoClient client() {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(SERVER.inPlaceOf(URI) + "?socketTimeoutMS=60000"));
        ClientTimeouts.apply(settings);
        return MongoClients.create(settings.build());
    }
}
