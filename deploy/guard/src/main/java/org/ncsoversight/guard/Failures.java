package org.ncsoversight.guard;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each guesser failed lately, and how long they have to wait: not at all for the first five times, then one
 * second, two, four and so on to a minute.
 */
final class Failures {

    /** What makes up one guesser, such as a user and an address. */
    record Guesser(String user, String from) {}

    static final int FREE = 5;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Whoever was not heard of for so long begins anew. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private record Seen(int failures, Instant last) {}

    private final InstantSource clock;
    private final Map<Guesser, Seen> seen;

    /**
     * Starts with nobody.
     *
     * @param most how many guessers are remembered; the one not heard of for longest is forgotten first
     */
    Failures(InstantSource clock, int most) {
        this.clock = clock;
        this.seen = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Guesser, Seen> eldest) {
                return size() > most;
            }
        };
    }

    synchronized void failed(Guesser guesser) {
        seen.put(guesser, new Seen(count(guesser) + 1, clock.instant()));
    }

    synchronized void succeeded(Guesser guesser) {
        seen.remove(guesser);
    }

    synchronized boolean mustWait(Guesser guesser) {
        int failures = count(guesser);
        Seen before = seen.get(guesser);
        return before != null && clock.instant().isBefore(before.last.plus(wait(failures)));
    }

    synchronized int size() {
        return seen.size();
    }

    private int count(Guesser guesser) {
        Seen before = seen.get(guesser);
        return before == null || before.last.plus(FORGOTTEN_AFTER).isBefore(clock.instant()) ? 0 : before.failures;
    }

    private static Duration wait(int failures) {
        if (failures < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - FREE, 6));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
