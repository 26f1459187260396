package org.ncsoversight.health;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the database takes a write now, found out by writing. An answer is given within {@link #PATIENCE}, whatever the
 * database does.
 */
final class StoreProbe implements HealthIndicator {

    static final String COLLECTION = "_health";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** However often it is asked, it writes no more often than this. */
    private static final Duration HOLDS_FOR = Duration.ofSeconds(1);

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Health last =
            Health.down().withDetail("reason", "not asked yet").build();
    private volatile Instant askedAt = Instant.MIN;

    StoreProbe(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection(COLLECTION).withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        this.clock = clock;
    }

    @Override
    public Health health() {
        // Who asks while another one is asking gets what was found last, rather than queue up.
        if (askedAt.plus(HOLDS_FOR).isBefore(clock.instant()) && asking.tryLock()) {
            try {
                last = write();
                askedAt = clock.instant();
            } finally {
                asking.unlock();
            }
        }
        return last;
    }

    boolean takesWrites() {
        return health().getStatus().equals(Status.UP);
    }

    private Health write() {
        try {
            collection.updateOne(
                    eq("_id", "probe"), set("at", Date.from(clock.instant())), new UpdateOptions().upsert(true));
            return Health.up().build();
        } catch (MongoException e) {
            return Health.down()
                    .withDetail("reason", e.getClass().getSimpleName() + " " + e.getCode())
                    .build();
        }
    }
}
