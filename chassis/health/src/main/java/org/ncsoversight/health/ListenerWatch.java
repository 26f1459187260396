package org.ncsoversight.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Looks at Kafka listeners again and again: one that has stopped, or that has had no partition for longer than it may
 * while there are some that nobody reads, does not do its work.
 */
final class ListenerWatch implements HealthIndicator, AutoCloseable {

    /** What was seen last. */
    private record Seen(int partitions, Instant workingAt, Trouble trouble) {}

    private static final Seen NOTHING_YET = new Seen(0, Instant.MAX, Trouble.NONE);

    private enum Trouble {
        NONE,
        STOPPED,
        WITHOUT_PARTITIONS
    }

    private static final Logger log = LoggerFactory.getLogger(ListenerWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Supplier<? extends Collection<MessageListenerContainer>> listeners;
    private final UnreadPartitions unread;
    private final Duration mayBeWithout;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("listener-watch").daemon().factory());

    ListenerWatch(
            Supplier<? extends Collection<MessageListenerContainer>> listeners,
            UnreadPartitions unread,
            Duration mayBeWithout,
            MeterRegistry meters,
            Clock clock) {
        this.listeners = listeners;
        this.unread = unread;
        this.mayBeWithout = mayBeWithout;
        this.meters = meters;
        this.clock = clock;
    }

    void start() {
        var _ = looking.scheduleWithFixedDelay(
                this::lookAndGoOn, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    @Override
    public Health health() {
        var health = Health.up();
        seen.forEach((listener, what) -> {
            if (what.trouble() != Trouble.NONE) {
                health.down().withDetail(listener, what.trouble());
            }
        });
        return health.build();
    }

    void look() throws InterruptedException {
        for (MessageListenerContainer listener : listeners.get()) {
            if (listener.isAutoStartup()) {
                look(listener);
            }
        }
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Listeners could not be looked at");
        }
    }

    private void look(MessageListenerContainer listener) throws InterruptedException {
        String id = listener.getListenerId();
        Seen before = seen.computeIfAbsent(id, this::first);
        Collection<?> assigned = listener.getAssignedPartitions();
        int partitions = assigned == null ? 0 : assigned.size();
        boolean running = listener.isRunning() && listener.isChildRunning() && listener.isInExpectedState();
        Instant workingAt = running && partitions > 0 ? clock.instant() : before.workingAt();
        Trouble trouble = running ? withoutPartitions(listener, workingAt) : Trouble.STOPPED;
        if (trouble != before.trouble()) {
            log.atWarn()
                    .addKeyValue("listener", id)
                    .addKeyValue("trouble", trouble)
                    .log("A listener changed how it does");
        }
        seen.put(id, new Seen(partitions, workingAt, trouble));
    }

    private Trouble withoutPartitions(MessageListenerContainer listener, Instant workingAt)
            throws InterruptedException {
        String[] topics = listener.getContainerProperties().getTopics();
        boolean tooLong = workingAt.plus(mayBeWithout).isBefore(clock.instant());
        return tooLong
                        && topics != null
                        && unread.any(String.valueOf(listener.getGroupId()), List.copyOf(Arrays.asList(topics)))
                ? Trouble.WITHOUT_PARTITIONS
                : Trouble.NONE;
    }

    private Seen last(String listener) {
        return seen.getOrDefault(listener, NOTHING_YET);
    }

    private Seen first(String listener) {
        Gauge.builder(
                        "ncs.listener.partitions",
                        this,
                        watch -> watch.last(listener).partitions())
                .description("Partitions that this listener reads")
                .tag("listener", listener)
                .register(meters);
        Gauge.builder(
                        "ncs.listener.troubled",
                        this,
                        watch -> watch.last(listener).trouble() == Trouble.NONE ? 0 : 1)
                .description("1 while this listener is stopped, or has been without partitions for too long")
                .tag("listener", listener)
                .register(meters);
        return new Seen(0, clock.instant(), Trouble.NONE);
    }
}
