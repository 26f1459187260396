package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Kafka;

class OutboxRelayIT {

    private static final String BROKER = Kafka.bootstrapServersWith(Ledger.TOPIC);

    private final Ledger ledger = new Ledger();

    @Test
    void an_event_arrives_as_a_cloud_event_in_binary_mode_and_in_order() {
        ledger.create("a", "99000001");
        ledger.change("a", "99000001", 2);

        List<ConsumerRecord<String, String>> received;
        try (var producer = producer();
                var relay = new OutboxRelay(
                        List.of(ledger.collection), producer, new OutboxRelay.Settings(1000, Duration.ofMillis(100)))) {
            relay.start();
            received = receive(2);
        }

        assertThat(received)
                .extracting(ConsumerRecord::value)
                .containsExactly(Ledger.value("a", 1), Ledger.value("a", 2));
        assertThat(received.getFirst().key()).isEqualTo("99000001");
        Map<String, String> headers = new TreeMap<>();
        received.getFirst().headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(headers)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", Ledger.eventId("a", 1).toString(),
                        "ce_source", "/ledger",
                        "ce_type", "org.ncsoversight.ledger.changed.v1",
                        "ce_subject", "a",
                        "ce_time", "2026-11-23T10:00:01Z",
                        "ce_recordedtime", "2026-11-23T10:01:01Z",
                        "ce_partitionkey", "99000001"));
    }

    @Test
    void how_much_waits_and_since_when_can_be_asked_whether_or_not_the_relay_runs() {
        try (var producer = producer();
                var relay = new OutboxRelay(
                        List.of(ledger.collection, new Ledger().collection),
                        producer,
                        new OutboxRelay.Settings(1000, Duration.ofMillis(100)))) {
            assertThat(relay.unsent()).isZero();
            assertThat(relay.oldestUnsent()).isEmpty();

            ledger.create("late", "99000001");
            ledger.change("late", "99000001", 5);
            ledger.create("early", "99000002");

            assertThat(relay.unsent()).isEqualTo(2);
            assertThat(relay.oldestUnsent()).contains(Instant.parse("2026-11-23T10:01:01Z"));
        }
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", BROKER, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<ConsumerRecord<String, String>> receive(int count) {
        List<ConsumerRecord<String, String>> received = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", BROKER, "group.id", "outbox-test", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(Ledger.TOPIC));
            Eventually.until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(received::add);
                return received.size() >= count;
            });
        }
        return received;
    }
}
