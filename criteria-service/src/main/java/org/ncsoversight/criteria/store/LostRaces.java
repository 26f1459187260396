package org.ncsoversight.criteria.store;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Tries a change again that lost a race against another. Each time somebody else got through, so everybody does in the
 * end; who named the version that they want to change is told instead.
 */
public final class LostRaces {

    private static final int TRIES = 1_000;
    private static final int TRIES_WITHOUT_PAUSE = 3;
    private static final long LONGEST_PAUSE_IN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private LostRaces() {}

    /** What the first try that ends with something ends with; one that lost a race ends with nothing. */
    public static <R> R triedAgain(Supplier<Optional<R>> attempt) {
        for (int i = 0; i < TRIES; i++) {
            Optional<R> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            if (i >= TRIES_WITHOUT_PAUSE) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_IN_NANOS));
            }
        }
        throw new IllegalStateException("Others kept changing the same");
    }
}
