package org.ncsoversight.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.beans.factory.annotation.Autowired;

/** What nobody can use is set aside, and what comes after it is heard. */
class UnreadableRecordsIT extends RunningService {

    private static final String PROVIDERS = "ncs.providers.v1";
    private static final String PROVIDER = "org.ncsoversight.providers.provider.v1";
    private static final String LETTERS = "ncs.evidence.dead-letters.v1";

    @Autowired
    private KnownProviders providers;

    @Autowired
    private MeterRegistry meters;

    @Test
    void a_record_of_a_megabyte_keeps_its_size_and_hash_and_the_next_is_heard() throws Exception {
        assertThat(counted("ncs.standard.v1", "unexpected")).isZero();
        double before = counted(PROVIDERS, "value-unreadable");
        var poison = put(PROVIDERS, "poison", "x".repeat(1_000_000), "ce_type", PROVIDER);

        assertNextIsHeard();
        var letter = letterOf(poison);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "dead-letter-reason")).contains("value-unreadable");
        assertThat(header(letter, "dead-letter-size")).contains("1000000");
        assertThat(header(letter, "dead-letter-sha256").orElseThrow()).hasSize(64);
        assertThat(counted(PROVIDERS, "value-unreadable")).isEqualTo(before + 1);
    }

    @Test
    void a_tombstone_is_set_aside_and_the_next_is_heard() throws Exception {
        var tombstone = put(PROVIDERS, "gone", null, "ce_type", PROVIDER);

        assertNextIsHeard();
        assertThat(header(letterOf(tombstone), "dead-letter-reason")).contains("value-missing");
    }

    @Test
    void a_broker_that_refuses_the_letter_holds_nobody_up() throws Exception {
        double before =
                meters.counter("ncs.dead.letters.lost", "topic", PROVIDERS).count();
        largestLetter("100");
        try {
            put(PROVIDERS, "poison", "x".repeat(1_000), "ce_type", PROVIDER);

            assertNextIsHeard();
        } finally {
            largestLetter("1048588");
        }
        assertThat(meters.counter("ncs.dead.letters.lost", "topic", PROVIDERS).count())
                .isEqualTo(before + 1);
    }

    @Test
    void an_edition_that_makes_no_sense_is_set_aside_as_it_came() throws Exception {
        var poison = put(
                "ncs.standard.v1", "k", "{\"edition\":1e999999999}", "ce_type", "org.ncsoversight.standard.edition.v1");

        var letter = letterOf(poison);
        assertThat(letter.key()).isEqualTo("k".getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo("{\"edition\":1e999999999}".getBytes(UTF_8));
        assertThat(header(letter, "ce_type")).contains("org.ncsoversight.standard.edition.v1");
        assertThat(header(letter, "dead-letter-reason")).contains("field-refused");
    }

    @Test
    void what_stands_on_our_own_topic_is_set_aside_too() throws Exception {
        var submitted = "org.ncsoversight.evidence.submitted.v1";
        var poison = put("ncs.evidence.v1", "99000001", "no json", "ce_type", submitted);
        var other = put("ncs.evidence.v1", "9900|001", "{}", "ce_type", submitted);

        assertThat(header(letterOf(poison), "dead-letter-reason")).contains("value-unreadable");
        assertThat(header(letterOf(other), "dead-letter-reason")).contains("field-refused");
    }

    @Test
    void a_replay_is_heard_and_one_that_fails_again_points_to_what_it_repeats() throws Exception {
        String ukprn = newUkprn();
        String replays = "ncs.evidence.replays.v1";
        put(replays, ukprn, provider(ukprn), "ce_type", PROVIDER, "dead-letter-topic", PROVIDERS, "replay-of", "a/0/1");
        var again = put(replays, "k", "{}", "ce_type", PROVIDER, "dead-letter-topic", PROVIDERS, "replay-of", "b/0/2");

        eventually(() -> providers.all().contains(new ProviderId(ukprn)));
        var letter = letterOf(again);
        assertThat(header(letter, "replay-of")).contains("b/0/2");
        assertThat(header(letter, "dead-letter-first-topic")).contains(PROVIDERS);
    }

    private static void largestLetter(String bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, LETTERS);
        var limit = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
        }
    }

    private void assertNextIsHeard() throws Exception {
        String ukprn = newUkprn();
        put(PROVIDERS, ukprn, provider(ukprn), "ce_type", PROVIDER);
        eventually(() -> providers.all().contains(new ProviderId(ukprn)));
    }

    private static String provider(String ukprn) {
        return "{\"ukprn\":\"%s\",\"version\":1,\"name\":\"Next\"}".formatted(ukprn);
    }

    private static String newUkprn() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(10_000_000, 90_000_000));
    }

    private double counted(String topic, String reason) {
        return meters.counter("ncs.dead.letters", "topic", topic, "reason", reason)
                .count();
    }

    private static RecordMetadata put(String topic, String key, String value, String... headers) throws Exception {
        var record = new ProducerRecord<>(topic, 0, key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8));
        for (int i = 0; i < headers.length; i += 2) {
            record.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(record).get();
        }
    }

    private static ConsumerRecord<byte[], byte[]> letterOf(RecordMetadata record) throws Exception {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", KAFKA, "group.id", "test-" + UUID.randomUUID()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(LETTERS).stream()
                    .map(info -> new TopicPartition(LETTERS, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            eventually(() -> {
                for (var letter : consumer.poll(Duration.ofMillis(200))) {
                    if (header(letter, "dead-letter-topic").equals(Optional.of(record.topic()))
                            && header(letter, "dead-letter-offset").equals(Optional.of("" + record.offset()))) {
                        found.add(letter);
                    }
                }
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }
}
