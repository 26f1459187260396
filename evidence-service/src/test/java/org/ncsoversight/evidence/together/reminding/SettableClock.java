package org.ncsoversight.evidence.together.reminding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is set. */
final class SettableClock extends Clock {

    private final Instant start;
    private Instant now;

    SettableClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    void set(Instant instant) {
        now = instant;
    }

    /** The same time, so many days after the start. */
    void day(int day) {
        now = start.plus(Duration.ofDays(day));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
