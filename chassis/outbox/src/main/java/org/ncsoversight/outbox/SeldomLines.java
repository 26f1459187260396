package org.ncsoversight.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Says whether a line that could be logged thousands of times is due again: once a minute for each kind of line. */
public final class SeldomLines {

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    /** Kinds are words of ours, so there are few. */
    private static final int KINDS_KEPT = 100;

    private final InstantSource clock;
    private final Map<String, Instant> last = new HashMap<>();

    public SeldomLines(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized boolean due(String kind) {
        Instant now = clock.instant();
        Instant before = last.get(kind);
        if (before != null && now.isBefore(before.plus(BETWEEN))) {
            return false;
        }
        if (last.size() >= KINDS_KEPT) {
            last.clear();
        }
        last.put(kind, now);
        return true;
    }
}
