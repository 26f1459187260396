package org.ncsoversight.reporting.folding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the stream is doing and how often it had to be started again. */
@Component
public final class StreamWatch {

    private static final int FAILURES_REMEMBERED = 20;

    private final Clock clock;
    private final Counter restarts;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private State state = State.CREATED;
    private Instant since;
    private @Nullable String nameTaken;

    public StreamWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.since = clock.instant();
        this.restarts = Counter.builder("ncs.stream.restarts")
                .description("How often the stream was started again after a failure")
                .register(meters);
        for (State each : State.values()) {
            Gauge.builder("ncs.stream.state", this, watch -> watch.state() == each ? 1 : 0)
                    .description("1 for the state the stream is in")
                    .tag("state", each.name())
                    .register(meters);
        }
    }

    synchronized void changed(State now) {
        if (now != state) {
            state = now;
            since = clock.instant();
        }
        if (now == State.RUNNING) {
            nameTaken = null;
        }
    }

    synchronized void failed() {
        restarts.increment();
        failures.addLast(clock.instant());
        if (failures.size() > FAILURES_REMEMBERED) {
            failures.removeFirst();
        }
    }

    synchronized void nameTaken(String sentence) {
        nameTaken = sentence;
    }

    public synchronized State state() {
        return state;
    }

    /** How long the stream has been in its state. */
    public synchronized Duration inState() {
        return Duration.between(since, clock.instant());
    }

    public synchronized int failuresWithin(Duration time) {
        Instant from = clock.instant().minus(time);
        return (int) failures.stream().filter(at -> at.isAfter(from)).count();
    }

    /** Says who has our name, if that is why the stream does not run. */
    public synchronized Optional<String> nameTaken() {
        return Optional.ofNullable(nameTaken);
    }
}
