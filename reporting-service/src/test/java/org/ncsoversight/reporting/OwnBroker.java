package org.ncsoversight.reporting;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.ncsoversight.reporting.contract.BandChangedMessage;
import org.ncsoversight.reporting.contract.FoldedMessage;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker of one test's own: its groups are nobody else's, and it can be taken away. */
public final class OwnBroker implements AutoCloseable {

    private static final int PARTITIONS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);

    private OwnBroker() {
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false"));
        broker.afterPropertiesSet();
    }

    /** With every topic that this service reads or writes but the one for dead letters. */
    public static OwnBroker start() {
        var started = new OwnBroker();
        started.create(
                Topics.STANDARD,
                Topics.PROVIDERS,
                Topics.EVIDENCE,
                Topics.FEEDBACK,
                Topics.OUTCOMES,
                Topics.REPLAYS,
                ReadinessMessage.TOPIC,
                BandChangedMessage.TOPIC,
                FoldedMessage.TOPIC);
        return started;
    }

    public void create(String... topics) {
        try (Admin admin = admin()) {
            admin.createTopics(Arrays.stream(topics)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return broker.getBrokersAsString();
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address()));
    }

    public KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", address()), new StringSerializer(), new ByteArraySerializer());
    }

    /** Looks again until it is so. */
    public static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not so within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        broker.destroy();
    }
}
