package org.ncsoversight.outbox.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.outbox.listening.ListenerDeadLettersIT.Fate.OUTAGE_THAT_ENDS;
import static org.ncsoversight.outbox.listening.ListenerDeadLettersIT.Fate.UNFORESEEN;
import static org.ncsoversight.outbox.listening.ListenerDeadLettersIT.Fate.UNREADABLE;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.backing.Kafka;
import org.ncsoversight.outbox.DeadLetter;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;

/** A listener as Spring runs it, on a real broker. */
class ListenerDeadLettersIT {

    enum Fate {
        UNREADABLE,
        UNFORESEEN,
        OUTAGE_THAT_ENDS
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES_OF_THE_OUTAGE = 5;

    private final String topic = "heard-" + UUID.randomUUID();
    private final String letters = "letters-" + UUID.randomUUID();
    private final String broker = Kafka.bootstrapServersWith(topic, letters);
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final ListenerDeadLetters configuration = new ListenerDeadLetters();
    private DeadLetterWriter writer;
    private KafkaMessageListenerContainer<byte[], byte[]> container;

    @BeforeEach
    void listen() {
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker));
        writer = configuration.deadLetterWriter(
                new HeardTopics(letters, List.of(topic)), kafka, meters, Clock.systemUTC());
        var properties = new ContainerProperties(topic);
        properties.setGroupId(topic);
        properties.setMessageListener((MessageListener<byte[], byte[]>) this::hear);
        container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
        container.setCommonErrorHandler(configuration.setAside(writer, Clock.systemUTC()));
        container.start();
    }

    @AfterEach
    void stop() {
        container.stop();
        writer.close();
    }

    @Test
    void every_reason_is_counted_from_0() {
        assertThat(Unreadable.REASONS)
                .allSatisfy(reason -> assertThat(counted(reason)).isZero());
        assertThat(meters.get("ncs.dead.letters.lost")
                        .tag("topic", topic)
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void an_unreadable_record_is_set_aside_at_once_and_the_next_one_is_heard() {
        send(UNREADABLE, UNFORESEEN);

        var aside = lettersOf(2);

        assertThat(header(aside.getFirst(), "dead-letter-reason")).isEqualTo("field-refused");
        assertThat(header(aside.getFirst(), DeadLetter.TOPIC)).isEqualTo(topic);
        assertThat(tries).containsEntry(UNREADABLE.name(), 1);
        assertThat(counted("field-refused")).isEqualTo(1);
    }

    @Test
    void a_record_that_fails_unforeseen_is_tried_three_times() {
        send(UNFORESEEN);

        assertThat(header(lettersOf(1).getFirst(), "dead-letter-reason")).isEqualTo("unexpected");
        assertThat(tries).containsEntry(UNFORESEEN.name(), 3);
        assertThat(counted("unexpected")).isEqualTo(1);
    }

    @Test
    void a_record_is_tried_until_an_outage_is_over_and_never_set_aside() {
        send(OUTAGE_THAT_ENDS, UNREADABLE);

        var aside = lettersOf(1);

        assertThat(tries).containsEntry(OUTAGE_THAT_ENDS.name(), TRIES_OF_THE_OUTAGE);
        assertThat(new String(aside.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo(UNREADABLE.name());
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) {
        String value = new String(record.value(), StandardCharsets.UTF_8);
        int attempt = tries.merge(value, 1, Integer::sum);
        switch (Fate.valueOf(value)) {
            case UNREADABLE -> throw new Unreadable(Unreadable.FIELD_REFUSED, "No such thing");
            case UNFORESEEN -> throw new IllegalStateException("Nobody thought of this");
            case OUTAGE_THAT_ENDS -> {
                if (attempt < TRIES_OF_THE_OUTAGE) {
                    throw new MongoTimeoutException("No server");
                }
            }
        }
    }

    private void send(Fate... fates) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Fate fate : fates) {
                var _ = producer.send(new ProducerRecord<>(
                        topic, 0, new byte[] {1}, fate.name().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> lettersOf(int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", broker, "group.id", letters, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(letters));
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            assertThat(found).hasSize(count);
            return found;
        }
    }

    private double counted(String reason) {
        return meters.get("ncs.dead.letters")
                .tag("topic", topic)
                .tag("reason", reason)
                .counter()
                .count();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
