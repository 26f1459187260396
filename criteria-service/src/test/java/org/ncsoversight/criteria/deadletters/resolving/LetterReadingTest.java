package org.ncsoversight.criteria.deadletters.resolving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.outbox.DeadLetter;
import org.ncsoversight.outbox.Unreadable;

/** What the services write, read by our real code. */
class LetterReadingTest {

    private static final Instant NOW = Instant.parse("2026-10-14T09:30:00Z");
    private static final String LETTERS = "ncs.evidence.dead-letters.v1";

    @Test
    void a_letter_is_read_as_it_was_written() {
        var headers = new RecordHeaders().add("ce_type", "some.type.v1".getBytes(UTF_8));

        var read = read("ncs.providers.v1", headers, "{}".getBytes(UTF_8));

        Letter letter = read.letter();
        assertThat(letter.kind()).isEqualTo(new Letter.Kind("evidence", "ncs.providers.v1", "field-refused"));
        assertThat(letter.origin()).isEqualTo(new Letter.Origin("ncs.providers.v1", 2, 7));
        assertThat(letter.detail()).isEqualTo("ukprn");
        assertThat(letter.at()).isEqualTo(NOW);
        assertThat(letter.content().whole()).isTrue();
        assertThat(letter.content().sizeInBytes()).isEqualTo(2);
        assertThat(letter.replayOf()).isEmpty();
        assertThat(read.original().headers())
                .singleElement()
                .satisfies(header -> assertThat(header.name()).isEqualTo("ce_type"));
        assertThat(read.original().value().orElseThrow().content()).isEqualTo("{}".getBytes(UTF_8));
    }

    @Test
    void what_was_cut_has_its_size_and_hash() {
        Letter letter = read("ncs.providers.v1", new RecordHeaders(), new byte[1_000_000])
                .letter();

        assertThat(letter.content().whole()).isFalse();
        assertThat(letter.content().sizeInBytes()).isEqualTo(1_000_000);
        assertThat(letter.content().sha256()).hasSize(64);
    }

    @Test
    void a_replay_that_failed_again_is_of_the_first_topic_and_points_to_its_letter() {
        Letter first =
                read("ncs.providers.v1", new RecordHeaders(), new byte[0]).letter();
        var headers = new RecordHeaders()
                .add("dead-letter-topic", "ncs.providers.v1".getBytes(UTF_8))
                .add("replay-of", first.origin().toString().getBytes(UTF_8));

        Letter again = read("ncs.evidence.replays.v1", headers, new byte[0]).letter();

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.replayOf()).contains(first.id());
        assertThat(again.kind()).isEqualTo(first.kind());
        assertThat(again.origin().topic()).isEqualTo("ncs.evidence.replays.v1");
    }

    @Test
    void a_letter_that_makes_no_sense_is_kept_all_the_same() {
        var record = new ConsumerRecord<byte[], byte[]>(LETTERS, 1, 9, null, null);
        for (String name : new String[] {
            "reason", "detail", "topic", "partition", "offset", "time", "size", "sha256", "first-topic"
        }) {
            record.headers().add("dead-letter-" + name, ("<script>|" + "x".repeat(1_000)).getBytes(UTF_8));
        }
        record.headers().add("replay-of", "../../etc".getBytes(UTF_8));
        record.headers().add("no-value", null);

        Letter letter = LetterReading.read(record, "evidence").letter();

        assertThat(letter.kind()).isEqualTo(new Letter.Kind("evidence", LETTERS, "unknown"));
        assertThat(letter.origin()).isEqualTo(new Letter.Origin(LETTERS, 1, 9));
        assertThat(letter.detail()).hasSize(500);
        assertThat(letter.replayOf()).isEmpty();
        assertThat(letter.content().sha256()).isEmpty();
    }

    private static LetterReading.Read read(String topic, Headers headers, byte[] value) {
        var failed = new ConsumerRecord<>(
                topic, 2, 7, 0, TimestampType.CREATE_TIME, 0, 0, "k".getBytes(UTF_8), value, headers, Optional.empty());
        var written = DeadLetter.of(failed, new Unreadable(Unreadable.FIELD_REFUSED, "ukprn"), NOW)
                .on(LETTERS);
        return LetterReading.read(
                new ConsumerRecord<>(
                        LETTERS,
                        0,
                        0,
                        NOW.plusSeconds(1).toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        written.key(),
                        written.value(),
                        written.headers(),
                        Optional.empty()),
                "evidence");
    }
}
