package org.ncsoversight.mongo;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done now and then: deleting what has expired, making the file smaller. */
final class Housekeeping implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final DurableBackend backend;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("housekeeping").factory());

    private Housekeeping(DurableBackend backend) {
        this.backend = backend;
    }

    static Housekeeping start(DurableBackend backend, Duration interval) {
        var housekeeping = new Housekeeping(backend);
        var _ = housekeeping.thread.scheduleWithFixedDelay(
                housekeeping::once, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return housekeeping;
    }

    /** A failure is logged and not thrown, since the executor would never try again. */
    private void once() {
        try {
            backend.deleteExpired(backend.getClock().instant());
            backend.compactIfGrown();
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("Housekeeping failed");
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
