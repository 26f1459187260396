package org.ncsoversight.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** Lets the same line of a talkative library through once a minute; the same is what differs only in numbers and client. */
public final class OncePerMinute extends TurboFilter {

    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final List<String> TALKATIVE = List.of("org.apache.kafka.", "org.springframework.kafka.");
    private static final Pattern CLIENT_OR_NUMBERS = Pattern.compile("^(\\[[^]]*] )+|[0-9]+");

    /** Lines remembered; the longest forgotten may be said again. */
    private static final int REMEMBERED = 500;

    private final LongSupplier nanos;
    private final AtomicLong leftOut = new AtomicLong();
    private final Map<String, Long> saidAt = new LinkedHashMap<>();

    public OncePerMinute() {
        this(System::nanoTime);
    }

    OncePerMinute(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How many lines were not written. */
    public long leftOut() {
        return leftOut.get();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        // Without a format somebody only asks whether the level is on.
        if (format == null
                || TALKATIVE.stream().noneMatch(logger.getName()::startsWith)
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        String line =
                logger.getName() + level + CLIENT_OR_NUMBERS.matcher(format).replaceAll("");
        if (sayNow(line)) {
            return FilterReply.NEUTRAL;
        }
        leftOut.incrementAndGet();
        return FilterReply.DENY;
    }

    private synchronized boolean sayNow(String line) {
        long now = nanos.getAsLong();
        Long last = saidAt.get(line);
        if (last != null && now - last < PAUSE.toNanos()) {
            return false;
        }
        saidAt.remove(line);
        saidAt.put(line, now);
        if (saidAt.size() > REMEMBERED) {
            saidAt.remove(saidAt.keySet().iterator().next());
        }
        return true;
    }
}
