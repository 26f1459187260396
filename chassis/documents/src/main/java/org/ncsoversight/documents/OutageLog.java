package org.ncsoversight.documents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a minute says that the database is unavailable and how many requests met it, however many there are. */
final class OutageLog {

    private static final Logger log = LoggerFactory.getLogger(OutageLog.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Clock clock;
    private Instant saidAt = Instant.EPOCH;
    private long unsaid;

    OutageLog(Clock clock) {
        this.clock = clock;
    }

    synchronized void say(Throwable failure) {
        unsaid++;
        Instant now = clock.instant();
        if (!saidAt.plus(EVERY).isAfter(now)) {
            log.atWarn()
                    .addKeyValue("requests", unsaid)
                    .addKeyValue("reason", failure.toString())
                    .log("The database is unavailable; requests are answered 503");
            saidAt = now;
            unsaid = 0;
        }
    }
}
