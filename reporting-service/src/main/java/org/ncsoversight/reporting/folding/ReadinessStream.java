package org.ncsoversight.reporting.folding;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Keeps the topology running: a broker that is away or a topic not made yet means trying again, not giving up.
 *
 * <p>Does not run beside a living process of the same name: the two would fence each other for ever.
 */
@Component
final class ReadinessStream implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadinessStream.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    /** A stream that ran for so long did not fail at once. */
    private static final Duration RAN_WELL = Duration.ofMinutes(1);

    private final StreamSettings settings;
    private final StreamProperties properties;
    private final KafkaAdmin admin;
    private final InstanceName instance;
    private final Topology topology;
    private final StreamWatch watch;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread supervisor;
    /** Another process took our name while we ran. */
    private volatile boolean fenced;

    private @Nullable StateFolder folder;

    ReadinessStream(
            StreamSettings settings,
            StreamProperties properties,
            KafkaAdmin admin,
            InstanceName instance,
            ReadinessTopology.Surroundings surroundings,
            StreamWatch watch) {
        this.settings = settings;
        this.properties = properties;
        this.admin = admin;
        this.instance = instance;
        this.topology = ReadinessTopology.build(surroundings);
        this.watch = watch;
    }

    @Override
    public void start() {
        StateFolder held = StateFolder.hold(settings.stateDir());
        String clientId = ReadinessTopology.APPLICATION_ID + "-" + held.id();
        var namesakes = new Namesakes(admin.getConfigurationProperties(), instance.name(), clientId);
        try {
            refuseBeside(namesakes);
        } catch (NameTaken e) {
            held.close();
            throw e;
        }
        folder = held;
        supervisor =
                Thread.ofVirtual().name("readiness-stream-supervisor").start(() -> keepRunning(clientId, namesakes));
    }

    private void refuseBeside(Namesakes namesakes) {
        try {
            Optional<String> host = namesakes.living(stopping, false);
            if (host.isPresent()) {
                throw NameTaken.inGroup(instance.name(), host.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (supervisor != null) {
                supervisor.join(CLOSE_TIMEOUT.plusSeconds(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (folder != null) {
            folder.close();
        }
    }

    @Override
    public boolean isRunning() {
        return supervisor != null && supervisor.isAlive();
    }

    private void keepRunning(String clientId, Namesakes namesakes) {
        Duration pause = settings.restartDelay();
        try {
            do {
                Optional<String> host = namesakes.living(stopping, fenced);
                boolean ranWell = false;
                if (host.isPresent()) {
                    String sentence = NameTaken.sentence(instance.name(), host.get());
                    watch.nameTaken(sentence);
                    log.atError().log(sentence);
                } else {
                    fenced = false;
                    ranWell = runUntilItFails(clientId, pause.equals(settings.restartDelay()));
                }
                pause = ranWell ? settings.restartDelay() : longer(pause);
            } while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    /** True when it had run well before; what fails again and again is told with all its frames only the first time. */
    private boolean runUntilItFails(String clientId, boolean firstTime) throws InterruptedException {
        var ended = new CountDownLatch(1);
        long started = System.nanoTime();
        KafkaStreams streams = null;
        try {
            streams = new KafkaStreams(topology, new StreamsConfig(properties.of(clientId)));
            streams.setUncaughtExceptionHandler(e -> {
                log.atError()
                        .setCause(firstTime ? e : null)
                        .addKeyValue("reason", String.valueOf(e.getMessage()))
                        .log("Stream failed, starting it again");
                if (tellsOfFencing(e)) {
                    fenced = true;
                }
                watch.failed();
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.setStateListener((now, _) -> {
                log.atInfo().addKeyValue("state", now).log("Stream changed its state");
                watch.changed(now);
                if (now.hasCompletedShutdown()) {
                    ended.countDown();
                }
            });
            streams.start();
            while (!stopping.await(1, TimeUnit.SECONDS) && ended.getCount() > 0) {
                // Nothing to do while it runs.
            }
        } catch (KafkaException e) {
            // Kafka or a topic is not there yet.
            log.atWarn().addKeyValue("reason", e.getMessage()).log("Stream not started, trying again");
        } finally {
            if (streams != null) {
                streams.close(CLOSE_TIMEOUT);
            }
            watch.changed(State.NOT_RUNNING);
        }
        return Duration.ofNanos(System.nanoTime() - started).compareTo(RAN_WELL) > 0;
    }

    private static boolean tellsOfFencing(@Nullable Throwable failure) {
        return failure != null && (failure instanceof FencedInstanceIdException || tellsOfFencing(failure.getCause()));
    }
}
