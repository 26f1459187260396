package org.ncsoversight.reporting.folding;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The providers to compute, longest waiting first; one that was costly rests in proportion.
 *
 * <p>Not stored: after a restart every provider of the task is computed anyway, because the day, the edition or the
 * function itself may have changed meanwhile, and what comes out the same is not published.
 */
final class Touched {

    /** A provider takes at most a tenth of the time. */
    private static final long REST_FOR_EACH_COMPUTING = 9;

    private final Map<String, Touch> waiting = new LinkedHashMap<>();
    private final Map<String, Long> restsUntilMillis = new HashMap<>();

    /**
     * A provider to compute.
     *
     * @param since when the first of what touched it was recorded; null when nothing live did
     */
    record Touch(String ukprn, @Nullable Instant since) {}

    void add(String ukprn) {
        waiting.putIfAbsent(ukprn, new Touch(ukprn, null));
    }

    /** Touched by something that was recorded just now. */
    void add(String ukprn, Instant recorded) {
        waiting.merge(ukprn, new Touch(ukprn, recorded), (known, more) -> known.since() == null ? more : known);
    }

    /** The next that does not rest; it is taken out. */
    Optional<Touch> next(long nowMillis) {
        restsUntilMillis.values().removeIf(until -> until <= nowMillis);
        Iterator<Touch> all = waiting.values().iterator();
        while (all.hasNext()) {
            Touch touch = all.next();
            if (!restsUntilMillis.containsKey(touch.ukprn())) {
                all.remove();
                return Optional.of(touch);
            }
        }
        return Optional.empty();
    }

    /** Computed at that time, at that cost. */
    void computed(String ukprn, long nowMillis, Duration cost) {
        long rest = cost.multipliedBy(REST_FOR_EACH_COMPUTING).toMillis();
        if (rest > 0) {
            restsUntilMillis.put(ukprn, nowMillis + rest);
        }
    }
}
