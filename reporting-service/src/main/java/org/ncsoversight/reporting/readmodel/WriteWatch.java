package org.ncsoversight.reporting.readmodel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For how long the read model's database has been refusing what is written to it. */
@Component
public final class WriteWatch {

    private final Clock clock;
    private @Nullable Instant refusingSince;

    public WriteWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder(
                        "ncs.read.model.refusing.seconds",
                        this,
                        watch -> watch.refusing().toSeconds())
                .description("For how long writes to the read model have failed; 0 when the last one worked")
                .register(meters);
    }

    void watched(Runnable write) {
        try {
            write.run();
            succeeded();
        } catch (RuntimeException e) {
            failed();
            throw e;
        }
    }

    public synchronized Duration refusing() {
        return refusingSince == null ? Duration.ZERO : Duration.between(refusingSince, clock.instant());
    }

    private synchronized void succeeded() {
        refusingSince = null;
    }

    private synchronized void failed() {
        if (refusingSince == null) {
            refusingSince = clock.instant();
        }
    }
}
