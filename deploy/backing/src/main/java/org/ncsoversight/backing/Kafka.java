package org.ncsoversight.backing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/** One Kafka broker for all tests of a JVM, started when first asked for. */
public final class Kafka {

    /** Partitions of every topic made here. */
    public static final int PARTITIONS = 3;

    private static final String IMAGE = "apache/kafka:4.2.0";

    /** Nobody writes to a topic that was not made on purpose, and one broker is enough for transactions. */
    private static final Map<String, String> BROKER_PROPERTIES = Map.of(
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "1",
            "offsets.topic.num.partitions", "1",
            "group.initial.rebalance.delay.ms", "0",
            "auto.create.topics.enable", "false");

    private static final Set<String> TOPICS = new HashSet<>();

    private static @Nullable String address;

    private Kafka() {}

    /** The broker's address, after making sure that these topics exist. */
    public static synchronized String bootstrapServersWith(String... topics) {
        if (address == null) {
            address = Containers.wanted("kafka") ? startContainer() : startEmbedded();
        }
        List<NewTopic> missing = Set.of(topics).stream()
                .filter(topic -> !TOPICS.contains(topic))
                .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                .toList();
        create(missing, address);
        TOPICS.addAll(Set.of(topics));
        return address;
    }

    private static void create(List<NewTopic> topics, String bootstrapServers) {
        if (topics.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String startContainer() {
        var container = new KafkaContainer(IMAGE);
        BROKER_PROPERTIES.forEach((property, value) ->
                container.withEnv("KAFKA_" + property.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return Containers.start(container, IMAGE).getBootstrapServers();
    }

    private static String startEmbedded() {
        var broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(BROKER_PROPERTIES);
        broker.afterPropertiesSet();
        return broker.getBrokersAsString();
    }
}
