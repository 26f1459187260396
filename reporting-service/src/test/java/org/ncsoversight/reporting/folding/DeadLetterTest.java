package org.ncsoversight.reporting.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Origin;

class DeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final Origin ORIGIN = new Origin("ncs.evidence.v1", 2, 17);

    @Test
    void a_letter_says_what_why_when_and_where() {
        ProducerRecord<String, byte[]> letter =
                letter("99000001", new byte[] {1}, new RecordHeaders(), "x".repeat(600));

        assertThat(letter.topic()).isEqualTo("ncs.reporting.dead-letters.v1");
        assertThat(letter.key()).isEqualTo("99000001");
        assertThat(letter.value()).containsExactly(1);
        assertThat(text(letter, "dead-letter-reason")).isEqualTo("value-unreadable");
        assertThat(text(letter, "dead-letter-detail")).hasSize(500);
        assertThat(text(letter, "dead-letter-topic")).isEqualTo("ncs.evidence.v1");
        assertThat(text(letter, "dead-letter-partition")).isEqualTo("2");
        assertThat(text(letter, "dead-letter-offset")).isEqualTo("17");
        assertThat(text(letter, "dead-letter-time")).isEqualTo("2026-11-23T10:15:30Z");
        assertThat(letter.headers().lastHeader("dead-letter-size")).isNull();
    }

    @Test
    void a_value_is_kept_up_to_512_kib_and_beyond_that_its_size_and_hash() {
        assertThat(letter("k", new byte[512 * 1024], new RecordHeaders(), "").value())
                .hasSize(512 * 1024);

        ProducerRecord<String, byte[]> cut = letter("k", new byte[512 * 1024 + 1], new RecordHeaders(), "");

        assertThat(cut.value()).isNull();
        assertThat(text(cut, "dead-letter-size")).isEqualTo("524289");
        assertThat(text(cut, "dead-letter-sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void headers_are_kept_up_to_64_kib_and_dropped_beyond_that() {
        assertThat(text(letter("k", null, headers(64 * 1024 - 1), ""), "h")).hasSize(64 * 1024 - 1);

        ProducerRecord<String, byte[]> dropped = letter("k", null, headers(64 * 1024), "");

        assertThat(dropped.headers().lastHeader("h")).isNull();
        assertThat(text(dropped, "dead-letter-headers-dropped")).isEqualTo("true");
        assertThat(text(dropped, "dead-letter-reason")).isEqualTo("value-unreadable");
    }

    @Test
    void a_key_is_kept_up_to_1_kib_and_beyond_that_its_size() {
        assertThat(letter("k".repeat(1024), null, new RecordHeaders(), "").key())
                .hasSize(1024);

        ProducerRecord<String, byte[]> cut = letter("k".repeat(1025), null, new RecordHeaders(), "");

        assertThat(cut.key()).isNull();
        assertThat(text(cut, "dead-letter-key-size")).isEqualTo("1025");
    }

    private static ProducerRecord<String, byte[]> letter(String key, byte[] value, Headers headers, String detail) {
        return DeadLetter.of(ORIGIN, key, value, headers, new Heard.Unreadable("value-unreadable", detail), NOW);
    }

    private static Headers headers(int size) {
        return new RecordHeaders().add("h", "v".repeat(size).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ProducerRecord<String, byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
