package org.ncsoversight.deploy.soak;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Records that nobody can read, on the topics that services listen to: a text, wrong fields, none, and one of about 1 MB. */
final class Poison implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of("ncs.evidence.v1", "ncs.providers.v1", "ncs.feedback.v1", "ncs.outcomes.v1", "ncs.standard.v1");
    /** As large as a broker takes. */
    private static final int LARGE_IN_BYTES = 1_040_000;

    private final KafkaProducer<byte[], byte[]> producer;
    private final AtomicInteger sent = new AtomicInteger();
    private int number;

    Poison(String kafka) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        2_000_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        50_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void next() throws InterruptedException {
        int turn = number++;
        // Each round of five begins one topic later, so that every kind comes to every topic.
        String topic = TOPICS.get((turn + turn / TOPICS.size()) % TOPICS.size());
        // A key of its own: on compacted topics a record takes the place of what had its key.
        byte[] key = bytes("poison-" + turn);
        var headers = new RecordHeaders();
        headers.add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes("poison-" + turn))
                .add("ce_type", bytes(topic.equals("ncs.evidence.v1") ? "evidence.submitted.v1" : "poison.v1"))
                .add("ce_time", bytes("not a time"));
        try {
            producer.send(new ProducerRecord<>(topic, null, null, key, value(turn), headers))
                    .get();
            sent.incrementAndGet();
        } catch (ExecutionException e) {
            // The broker is away for long; the next one comes in a minute.
        }
    }

    int sent() {
        return sent.get();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static byte @Nullable [] value(int turn) {
        return switch (turn % 5) {
            case 0 -> bytes("x".repeat(LARGE_IN_BYTES));
            case 1 -> bytes("{\"provider\": \"99000001|x\", \"ukprn\": \"9900|0001\", \"version\": \"first\"}");
            case 2 -> null;
            case 3 -> bytes("{\"ukprn\": \"99000001\", \"version\": 1e999999999, \"weight\": 1e999999999}");
            default -> bytes("this is { no JSON");
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
