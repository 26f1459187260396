package org.ncsoversight.documents;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For what is done at start, and may take longer than any request would wait: above all indexes of a large collection. */
public final class Patient {

    private static final Logger log = LoggerFactory.getLogger(Patient.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final long PATIENCE_IN_MINUTES = 30;

    private Patient() {}

    /** The same collection; finding no server still ends as early as elsewhere. */
    public static <T> MongoCollection<T> with(MongoCollection<T> collection) {
        return collection.withTimeout(PATIENCE_IN_MINUTES, TimeUnit.MINUTES);
    }

    /** Returns once the database answers: a service that starts with it, or before it, waits instead of giving up. */
    public static void awaitAnswer(MongoDatabase database) {
        while (true) {
            try {
                database.runCommand(new Document("ping", 1));
                return;
            } catch (MongoException e) {
                if (!Unavailable.is(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                log.atWarn().addKeyValue("reason", e.getMessage()).log("The database does not answer yet");
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
