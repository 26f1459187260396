package org.ncsoversight.criteria;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.ncsoversight.criteria.RunningService.BROKER;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Unreadable;

/** Records, their dead letters and their replays, as evidence-service would write and read them. */
final class LettersOnKafka {

    private LettersOnKafka() {}

    static void writeLetter(ConsumerRecord<byte[], byte[]> record, String detail) {
        var producer = new KafkaProducer<>(
                DeadLetterWriter.settings(Map.of("bootstrap.servers", BROKER)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        try (var writer = new DeadLetterWriter(producer, "ncs.evidence.dead-letters.v1", Clock.systemUTC(), _ -> {})) {
            writer.put(record, new Unreadable(Unreadable.FIELD_REFUSED, detail));
        }
    }

    static ConsumerRecord<byte[], byte[]> stand(String topic, String value, Map<String, String> headers) {
        var record = new ProducerRecord<>(topic, 0, "key".getBytes(UTF_8), value.getBytes(UTF_8));
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            long offset = producer.send(record).get().offset();
            var read = new ConsumerRecord<>(topic, 0, offset, record.key(), record.value());
            record.headers().forEach(read.headers()::add);
            return read;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static List<ConsumerRecord<byte[], byte[]>> replaysOf(ConsumerRecord<byte[], byte[]> record) {
        String topic = "ncs.evidence.replays.v1";
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            String of = record.topic() + "/0/" + record.offset();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < end.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(replay -> {
                    if (new String(replay.headers().lastHeader("replay-of").value(), UTF_8).equals(of)) {
                        found.add(replay);
                    }
                });
            }
            return found;
        }
    }
}
