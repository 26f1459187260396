package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-10-14T09:30:00Z");
    private final Unreadable why = new Unreadable(Unreadable.FIELD_REFUSED, "ukprn");

    @Test
    void it_says_why_where_and_when_and_keeps_the_record() {
        var original = new RecordHeaders().add("ce_type", bytes("some.type.v1"));

        var letter = DeadLetter.of(record("ncs.providers.v1", bytes("key"), bytes("{}"), original), why, NOW);

        assertThat(letter.key()).isEqualTo(bytes("key"));
        assertThat(letter.value()).isEqualTo(bytes("{}"));
        assertThat(header(letter, "ce_type")).contains("some.type.v1");
        assertThat(header(letter, "dead-letter-reason")).contains("field-refused");
        assertThat(header(letter, "dead-letter-detail")).contains("ukprn");
        assertThat(header(letter, "dead-letter-topic")).contains("ncs.providers.v1");
        assertThat(header(letter, "dead-letter-partition")).contains("2");
        assertThat(header(letter, "dead-letter-offset")).contains("7");
        assertThat(header(letter, "dead-letter-time")).contains("2026-10-14T09:30:00Z");
        assertThat(header(letter, "dead-letter-size")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"524288, true", "524289, false", "1048000, false"})
    void a_value_over_half_a_mebibyte_keeps_its_size_and_hash(int size, boolean kept) {
        var letter = DeadLetter.of(record("t", null, new byte[size], new RecordHeaders()), why, NOW);

        assertThat(letter.value() != null).isEqualTo(kept);
        assertThat(header(letter, "dead-letter-size").isEmpty()).isEqualTo(kept);
        assertThat(header(letter, "dead-letter-sha256")
                        .map(String::length)
                        .filter(length -> length == 64)
                        .isEmpty())
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1024, true", "1025, false"})
    void a_key_over_a_kibibyte_keeps_its_size(int size, boolean kept) {
        var letter = DeadLetter.of(record("t", new byte[size], null, new RecordHeaders()), why, NOW);

        assertThat(letter.key() != null).isEqualTo(kept);
        assertThat(header(letter, "dead-letter-key-size")).isEqualTo(kept ? Optional.empty() : Optional.of("" + size));
    }

    @ParameterizedTest
    @CsvSource({"65536, true", "65537, false"})
    void headers_over_64_kibibytes_are_dropped_together(int size, boolean kept) {
        var original = new RecordHeaders().add("a", bytes("1")).add("b", new byte[size - 3]);

        var letter = DeadLetter.of(record("t", null, null, original), why, NOW);

        assertThat(header(letter, "a").isPresent()).isEqualTo(kept);
        assertThat(header(letter, "dead-letter-headers-dropped"))
                .isEqualTo(kept ? Optional.empty() : Optional.of("true"));
    }

    @Test
    void a_long_detail_is_cut() {
        var talkative = new Unreadable(Unreadable.UNEXPECTED, "x".repeat(501));

        var letter = DeadLetter.of(record("t", null, null, new RecordHeaders()), talkative, NOW);

        assertThat(header(letter, "dead-letter-detail").orElseThrow()).hasSize(500);
    }

    @Test
    void a_replay_that_fails_again_points_to_the_letter_it_comes_from() {
        var original = new RecordHeaders()
                .add("dead-letter-topic", bytes("ncs.providers.v1"))
                .add("replay-of", bytes("ncs.providers.v1/0/5"));

        var letter = DeadLetter.of(record("ncs.evidence.replays.v1", null, bytes("{}"), original), why, NOW);

        assertThat(header(letter, "dead-letter-topic")).contains("ncs.evidence.replays.v1");
        assertThat(header(letter, "dead-letter-first-topic")).contains("ncs.providers.v1");
        assertThat(header(letter, "replay-of")).contains("ncs.providers.v1/0/5");
    }

    @Test
    void the_first_cause_that_says_why_is_the_reason() {
        assertThat(Unreadable.in(new IllegalStateException(why)).reason()).isEqualTo("field-refused");
        var unforeseen = Unreadable.in(new IllegalStateException(new ArithmeticException("by zero")));
        assertThat(unforeseen.reason()).isEqualTo("unexpected");
        assertThat(unforeseen.detail()).isEqualTo("ArithmeticException: by zero");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic, 2, 7, 0, TimestampType.CREATE_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static Optional<String> header(DeadLetter letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
