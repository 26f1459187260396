package org.ncsoversight.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReceivedTest {

    @Test
    void a_record_says_what_it_is_and_what_it_says() {
        var record = record("ncs.providers.v1", "{\"name\":\"Dŵr\"}".getBytes(UTF_8));
        header(record, "ce_type", "some.type.v1");
        header(record, "ce_time", "2026-10-14T09:30:00Z");

        var received = new Received(record);

        assertThat(received.topic()).isEqualTo("ncs.providers.v1");
        assertThat(received.isOfType("some.type.v1")).isTrue();
        assertThat(received.text()).isEqualTo("{\"name\":\"Dŵr\"}");
        assertThat(received.time()).isEqualTo(Instant.parse("2026-10-14T09:30:00Z"));
    }

    @Test
    void a_replay_passes_for_a_record_of_the_topic_it_first_stood_on() {
        var record = record("ncs.evidence.replays.v1", new byte[0]);
        header(record, "dead-letter-topic", "ncs.standard.v1");

        assertThat(new Received(record).topic()).isEqualTo("ncs.standard.v1");
    }

    @Test
    void a_header_of_that_name_elsewhere_means_nothing() {
        var record = record("ncs.providers.v1", new byte[0]);
        header(record, "dead-letter-topic", "ncs.standard.v1");

        assertThat(new Received(record).topic()).isEqualTo("ncs.providers.v1");
    }

    @Test
    void a_value_that_is_no_text_and_a_key_that_is_none_are_unreadable() {
        var received = new Received(new ConsumerRecord<>("t", 0, 0, null, new byte[] {'{', (byte) 0xC3, '"'}));

        assertUnreadable(received::key, "key-missing");
        assertUnreadable(received::text, "value-unreadable");
    }

    @Test
    void a_tombstone_and_a_record_of_no_type_or_no_time_are_unreadable() {
        var record = record("t", null);
        header(record, "ce_time", "yesterday");
        var received = new Received(record);

        assertUnreadable(received::text, "value-missing");
        assertUnreadable(received::type, "value-missing");
        assertUnreadable(new Received(record("t", new byte[0]))::type, "type-missing");
        assertUnreadable(received::time, "field-refused");
    }

    private static void assertUnreadable(ThrowingCallable reading, String reason) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(reading)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value) {
        return new ConsumerRecord<>(topic, 0, 0, new byte[0], value);
    }

    private static void header(ConsumerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
