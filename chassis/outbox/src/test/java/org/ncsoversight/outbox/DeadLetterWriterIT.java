package org.ncsoversight.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Kafka;

/** Dead letters on a real broker. */
class DeadLetterWriterIT {

    private static final String BROKER = Kafka.bootstrapServersWith();

    private final List<DeadLetterWriter.Ended> ended = new ArrayList<>();

    @Test
    void the_largest_letter_is_taken_by_a_broker_as_it_comes() throws Exception {
        String topic = topicWith(Map.of());
        try (var writer = writer(topic)) {
            writer.put(record(DeadLetter.VALUE_LIMIT_IN_BYTES), new IllegalStateException());
            writer.put(record(1_048_000), new IllegalStateException());
        }

        assertThat(ended).hasSize(2).allMatch(DeadLetterWriter.Ended::kept);
        assertThat(sizesOn(topic)).containsExactly(DeadLetter.VALUE_LIMIT_IN_BYTES, -1);
    }

    @Test
    void a_broker_that_refuses_a_letter_for_good_holds_nobody_up() throws Exception {
        String topic = topicWith(Map.of("max.message.bytes", "1000"));
        try (var writer = writer(topic)) {
            writer.put(record(2_000), new IllegalStateException());
            writer.put(record(10), new IllegalStateException());
        }

        assertThat(ended).extracting(DeadLetterWriter.Ended::kept).containsExactly(false, true);
        assertThat(sizesOn(topic)).containsExactly(10);
    }

    private DeadLetterWriter writer(String topic) {
        var settings = DeadLetterWriter.settings(Map.of("bootstrap.servers", BROKER));
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        return new DeadLetterWriter(producer, topic, Clock.systemUTC(), ended::add);
    }

    private static String topicWith(Map<String, String> settings) throws Exception {
        String topic = "letters-" + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
        return topic;
    }

    /** Of each value, -1 where it was cut. */
    private static List<Integer> sizesOn(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var sizes = new ArrayList<Integer>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(letter -> sizes.add(letter.serializedValueSize()));
            }
            return sizes;
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(int size) {
        return new ConsumerRecord<>("ncs.providers.v1", 0, 0, null, new byte[size]);
    }
}
