package org.ncsoversight.deploy.whole;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something that is on its way for as long as it moves, however slow the machine. */
final class Arriving<T> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration STANDSTILL = Duration.ofMinutes(10);

    private final AtomicReference<T> seen;
    private long moved = System.nanoTime();

    private Arriving(T first) {
        this.seen = new AtomicReference<>(first);
    }

    /** Answers what is there in the end; fails when it stands still before it is there. */
    static <T> T awaited(Supplier<T> look, Predicate<T> there) {
        var arriving = new Arriving<>(look.get());
        await().forever().pollInterval(BETWEEN_LOOKS).until(() -> there.test(arriving.look(look)));
        return arriving.seen.get();
    }

    private T look(Supplier<T> look) {
        T now = look.get();
        if (!now.equals(seen.getAndSet(now))) {
            moved = System.nanoTime();
        } else if (System.nanoTime() - moved > STANDSTILL.toNanos()) {
            throw new AssertionError("stands still for " + STANDSTILL.toMinutes() + " minutes at " + now);
        }
        return now;
    }
}
