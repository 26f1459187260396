package org.ncsoversight.backing;

import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One Kafka broker for all tests of a JVM, started when first asked for. */
public final class Kafka {

    /** Partitions of every topic made here. */
    public static final int PARTITIONS = 3;

    private static final EmbeddedKafkaKraftBroker BROKER = start();

    private Kafka() {}

    /** The broker's address, after making sure that these topics exist. */
    public static synchronized String bootstrapServersWith(String... topics) {
        for (String topic : topics) {
            if (!BROKER.getTopics().contains(topic)) {
                BROKER.addTopics(topic);
            }
        }
        return BROKER.getBrokersAsString();
    }

    private static EmbeddedKafkaKraftBroker start() {
        var broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(Map.of(
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "offsets.topic.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "auto.create.topics.enable", "false"));
        broker.afterPropertiesSet();
        return broker;
    }
}
