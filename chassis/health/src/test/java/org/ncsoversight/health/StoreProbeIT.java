package org.ncsoversight.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.FreezableProxy;
import org.ncsoversight.backing.Mongo;

class StoreProbeIT {

    private static final Duration PROBES_WAIT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final String uri = Mongo.uriOfNewDatabase();
    private final FreezableProxy server = FreezableProxy.before(uri);
    private final MongoClient client = MongoClients.create(server.inPlaceOf(uri));
    private final MongoDatabase database = client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
    private final MovableClock clock = new MovableClock();
    private final StoreProbe probe = new StoreProbe(database, clock);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void a_database_that_takes_writes_is_up() {
        awaitUp();
        assertThat(database.getCollection(StoreProbe.COLLECTION).countDocuments())
                .isEqualTo(1);
    }

    @Test
    void one_that_is_frozen_is_down_in_time_and_up_again_after() {
        awaitUp();

        server.freeze();
        assertThat(asked()).isFalse();

        server.comeBack();
        awaitUp();
    }

    @Test
    void one_that_is_away_is_down_in_time_and_up_again_after() {
        awaitUp();

        server.goAway();
        assertThat(asked()).isFalse();

        server.comeBack();
        awaitUp();
    }

    @Test
    void one_that_can_be_read_and_not_written_is_down() {
        awaitUp();
        var collection = database.getCollection(StoreProbe.COLLECTION);
        collection.updateOne(new Document("_id", "probe"), new Document("$set", new Document("slot", 1)));
        // Every time at which it will be asked is taken already.
        collection.insertMany(IntStream.rangeClosed(1, 100)
                .mapToObj(number -> new Document("_id", number)
                        .append("slot", 1)
                        .append("at", Date.from(clock.instant().plus(BETWEEN_QUESTIONS.multipliedBy(number)))))
                .toList());
        collection.createIndex(Indexes.ascending("slot", "at"), new IndexOptions().unique(true));

        await(() -> !asked() && probe.health().getDetails().toString().contains("11000"));

        assertThat(collection.countDocuments()).isEqualTo(101);
    }

    @Test
    void it_does_not_write_more_often_than_once_a_second() {
        var collection = database.getCollection(StoreProbe.COLLECTION);
        awaitUp();
        collection.drop();

        assertThat(probe.takesWrites()).isTrue();
        assertThat(collection.countDocuments()).isZero();

        awaitUp();
        assertThat(collection.countDocuments()).isEqualTo(1);
    }

    private boolean asked() {
        clock.goBy(BETWEEN_QUESTIONS);
        return assertTimeoutPreemptively(PROBES_WAIT, probe::takesWrites);
    }

    private void awaitUp() {
        await(this::asked);
    }

    private static void await(BooleanSupplier so) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
