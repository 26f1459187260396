package org.ncsoversight.reporting.progress;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.readmodel.Reading;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Looks once a second how far this service has heard, so that nobody who asks has to wait for Kafka. */
@Component
public class ProgressWatch implements SmartLifecycle {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final KafkaAdmin kafka;
    private final Reading reading;
    private final Clock clock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Progress progress = Progress.UNKNOWN;
    private volatile Instant movedAt;
    private volatile Instant readingAt;
    private long committed = -1;
    private @Nullable Thread watcher;

    ProgressWatch(KafkaAdmin kafka, Reading reading, Clock clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.reading = reading;
        this.clock = clock;
        movedAt = clock.instant();
        readingAt = clock.instant();
        Gauge.builder("ncs.stream.behind", this, watch -> number(watch.progress.behind()))
                .description("Records sent by producers that are not in the read model yet; not a number when unknown")
                .register(meters);
        Gauge.builder("ncs.stream.heard.up.to.seconds", this, watch -> seconds(watch.progress.heardUpTo()))
                .description("Unix time up to which everything recorded is in the read model")
                .register(meters);
        Gauge.builder("ncs.stream.last.progress.seconds", this, watch -> seconds(watch.movedAt))
                .description("Unix time at which the stream last went on, or had nothing to do")
                .register(meters);
        Gauge.builder("ncs.read.model.partitions", reading, Reading::partitions)
                .description("Partitions of readiness that this instance reads")
                .register(meters);
    }

    public Progress now() {
        return progress;
    }

    /** False when the brokers did not answer when asked last. */
    boolean canTell() {
        return progress.behind() != null;
    }

    /** For how long there was something to do and nothing was done. */
    Duration stalled() {
        return Duration.between(movedAt, clock.instant());
    }

    /** For how long this instance has had no partition of readiness to read. */
    Duration withoutPartitions() {
        return Duration.between(readingAt, clock.instant());
    }

    @Override
    public void start() {
        watcher = Thread.ofVirtual().name("progress-watch").start(this::watch);
    }

    @Override
    public void stop() {
        stopping.countDown();
    }

    @Override
    public boolean isRunning() {
        return watcher != null && watcher.isAlive();
    }

    private void watch() {
        try {
            do {
                watchUntilKafkaIsAway();
            } while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watchUntilKafkaIsAway() throws InterruptedException {
        try (var offsets = new StreamOffsets(Admin.create(kafka.getConfigurationProperties()))) {
            do {
                Instant asked = clock.instant();
                StreamOffsets.Offsets answer = offsets.ask();
                note(asked, answer, reading.behind());
            } while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            progress = new Progress(progress.heardUpTo(), null);
            // Nobody can go on without Kafka; that is not the stream's fault.
            movedAt = clock.instant();
            readingAt = clock.instant();
        }
    }

    private void note(Instant asked, StreamOffsets.Offsets answer, long notRead) {
        if (answer.behind() == 0 || answer.committed() != committed) {
            committed = answer.committed();
            movedAt = asked;
        }
        if (reading.partitions() > 0) {
            readingAt = asked;
        }
        Optional<Instant> stream = answer.behind() == 0 ? Optional.of(asked) : answer.heardUpTo();
        Optional<Instant> read = notRead == 0 ? Optional.of(asked) : reading.keptUpTo();
        Optional<Instant> both = stream.flatMap(one -> read.map(other -> one.isBefore(other) ? one : other));
        progress = new Progress(
                both.map(time -> later(time, progress.heardUpTo())).orElse(progress.heardUpTo()),
                answer.behind() + notRead);
    }

    /** What was heard stays heard. */
    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static double number(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }

    private static double seconds(@Nullable Instant time) {
        return time == null ? Double.NaN : time.getEpochSecond();
    }
}
