package org.ncsoversight.criteria.register.exchanging;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImportStore;

/** Says that an import is being applied here, again and again until it is closed, so that nobody else begins with it. */
final class Holding implements AutoCloseable {

    /** How long an import is left to a process that no longer says so. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final int TIMES_SAID = 3;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable release;

    private Holding(Runnable release) {
        this.release = release;
    }

    /** Empty when somebody else applies it, or has. */
    static Optional<Holding> of(RegisterImport imported, RegisterImportStore imports, Clock clock) {
        var holder = UUID.randomUUID();
        if (!hold(imported, holder, imports, clock)) {
            return Optional.empty();
        }
        var holding = new Holding(() -> imports.release(imported.id(), holder));
        Thread.ofVirtual().name("holding-" + imported.id()).start(() -> {
            boolean held = true;
            while (held && holding.open()) {
                held = hold(imported, holder, imports, clock);
            }
        });
        return Optional.of(holding);
    }

    private static boolean hold(RegisterImport imported, UUID holder, RegisterImportStore imports, Clock clock) {
        var now = clock.instant();
        return imports.hold(imported.id(), holder, now, now.plus(LONGEST_SILENCE));
    }

    private boolean open() {
        try {
            return !closed.await(LONGEST_SILENCE.toMillis() / TIMES_SAID, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        release.run();
    }
}
