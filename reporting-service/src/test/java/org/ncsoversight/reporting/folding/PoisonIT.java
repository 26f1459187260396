package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.OwnBroker;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.heard.Topics;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What nobody can read, as large as it can be, with and without somewhere to put it. */
class PoisonIT {

    private static final byte[] A_MEGABYTE = new byte[1_000_000];
    private static final Example ACCEPTED = Example.of("evidence/evidence-accepted");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final StreamWatch watch = new StreamWatch(Streams.CLOCK, meters);

    @TempDir
    private Path state;

    @Test
    void a_record_of_a_megabyte_is_set_aside_as_size_and_hash_and_the_stream_goes_on() {
        try (var broker = OwnBroker.start()) {
            broker.create(ReadinessTopology.DEAD_LETTERS);

            goesOnAfterPoison(broker);

            ConsumerRecord<String, byte[]> letter = first(broker, ReadinessTopology.DEAD_LETTERS);
            assertThat(letter.value()).isNull();
            assertThat(new String(
                            letter.headers().lastHeader("dead-letter-size").value(), StandardCharsets.UTF_8))
                    .isEqualTo("1000000");
        }
    }

    @Test
    void a_letter_that_cannot_be_written_is_counted_and_the_stream_goes_on() {
        try (var broker = OwnBroker.start()) {
            goesOnAfterPoison(broker);

            assertThat(meters.counter("ncs.dead.letters.lost").count()).isGreaterThan(0);
        }
    }

    private void goesOnAfterPoison(OwnBroker broker) {
        var factory = new DefaultKafkaProducerFactory<>(
                Map.<String, Object>of("bootstrap.servers", broker.address(), "max.block.ms", "1000"),
                new StringSerializer(),
                new ByteArraySerializer());
        var letters = new KafkaDeadLetters(new KafkaTemplate<>(factory), Streams.CLOCK, (_, _) -> {}, meters);
        ReadinessStream stream = Streams.stream(broker, "alone", state, letters, watch);
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            Example edition = Example.of("criteria/edition");
            send(producer, Topics.STANDARD, edition.key(), edition.value(), edition.headers());
            send(producer, Topics.EVIDENCE, ACCEPTED.key(), A_MEGABYTE, ACCEPTED.headers());
            send(producer, Topics.EVIDENCE, ACCEPTED.key(), null, ACCEPTED.headers());
            send(producer, Topics.STANDARD, "gone", null, edition.headers());
            send(producer, Topics.EVIDENCE, ACCEPTED.key(), ACCEPTED.value(), ACCEPTED.headers());
            stream.start();

            assertThat(first(broker, ReadinessMessage.TOPIC).key()).isEqualTo(ACCEPTED.key());
            assertThat(watch.failuresWithin(Duration.ofHours(1))).isZero();
        } finally {
            stream.stop();
            factory.destroy();
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            String topic,
            String key,
            byte @Nullable [] value,
            Headers headers) {
        var _ = producer.send(new ProducerRecord<>(topic, null, key, value, headers));
        producer.flush();
    }

    private static ConsumerRecord<String, byte[]> first(OwnBroker broker, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        broker.address(),
                        "group.id",
                        "test-" + topic,
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            OwnBroker.await("something on " + topic, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
