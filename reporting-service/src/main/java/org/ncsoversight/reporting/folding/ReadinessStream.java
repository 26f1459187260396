package org.ncsoversight.reporting.folding;

import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.heard.Hearing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the topology running: a broker that is away or a topic not made yet means trying again, not giving up. */
@Component
final class ReadinessStream implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReadinessStream.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);
    private static final int SESSION_TIMEOUT_IN_MILLIS = 10_000;
    private static final int HEARTBEAT_IN_MILLIS = 3_000;

    private final StreamSettings settings;
    private final KafkaConnectionDetails kafka;
    private final Topology topology;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread supervisor;

    ReadinessStream(
            StreamSettings settings,
            KafkaConnectionDetails kafka,
            Hearing hearing,
            Clock clock,
            DeadLetterCount deadLetters) {
        this.settings = settings;
        this.kafka = kafka;
        this.topology = ReadinessTopology.build(
                new ReadinessTopology.Surroundings(hearing, clock, settings.drainInterval(), deadLetters));
    }

    @Override
    public void start() {
        supervisor = Thread.ofVirtual().name("readiness-stream-supervisor").start(this::keepRunning);
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
    }

    @Override
    public boolean isRunning() {
        return supervisor != null && supervisor.isAlive();
    }

    private void keepRunning() {
        try {
            do {
                runUntilItFails();
            } while (!stopping.await(settings.restartDelay().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilItFails() throws InterruptedException {
        var ended = new CountDownLatch(1);
        var streams = new KafkaStreams(topology, new StreamsConfig(properties()));
        try {
            streams.setUncaughtExceptionHandler(e -> {
                log.atError().setCause(e).log("Stream failed, starting it again");
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.setStateListener((now, _) -> {
                log.atInfo().addKeyValue("state", now).log("Stream changed its state");
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
            streams.close(CLOSE_TIMEOUT);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, ReadinessTopology.APPLICATION_ID);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.getBootstrapServers()));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replicationFactor());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, settings.drainInterval().toMillis());
        properties.put(
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                settings.recordCache().toBytes());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(BoundedRocksDb.BLOCK_CACHE_BYTES, settings.blockCache().toBytes());
        properties.put(
                BoundedRocksDb.WRITE_BUFFER_BYTES, settings.writeBuffers().toBytes());
        // A member that comes back under its name after a crash is let in at once, without waiting for its ghost.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_IN_MILLIS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_IN_MILLIS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5);
        return properties;
    }
}
