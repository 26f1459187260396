package org.ncsoversight.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class DeadLetterWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-14T09:30:00Z"), ZoneOffset.UTC);

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final List<DeadLetterWriter.Ended> ended = new ArrayList<>();
    private final DeadLetterWriter writer =
            new DeadLetterWriter(producer, "ncs.test.dead-letters.v1", CLOCK, ended::add);

    @Test
    void a_letter_is_written_and_counted() {
        writer.put(record(5), new Unreadable(Unreadable.FIELD_REFUSED, "ukprn"));

        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("ncs.test.dead-letters.v1");
            assertThat(sent.value()).isEqualTo(new byte[] {1});
        });
        assertThat(ended).containsExactly(new DeadLetterWriter.Ended("ncs.providers.v1", "field-refused", true));
    }

    @Test
    void what_is_refused_for_good_is_given_up_at_once_with_its_origin_and_never_floods_the_log() {
        producer.sendException = new TopicAuthorizationException("ncs.test.dead-letters.v1");
        try (var log = LoggedWarnings.of(DeadLetterWriter.class)) {
            for (int offset = 0; offset < 1_000; offset++) {
                writer.put(record(offset), new IllegalStateException("unforeseen"));
            }

            assertThat(log.messages()).hasSize(1);
            writer.close();
            assertThat(log.messages()).hasSize(2);
        }
        assertThat(ended)
                .hasSize(1_000)
                .allMatch(letter -> !letter.kept() && letter.reason().equals("unexpected"));
    }

    @Test
    void a_letter_too_large_for_the_producer_is_given_up_at_once() {
        producer.sendException = new RecordTooLargeException("too large");

        writer.put(record(5), new Unreadable(Unreadable.VALUE_UNREADABLE, "x"));

        assertThat(ended).singleElement().matches(letter -> !letter.kept());
    }

    @Test
    void while_the_broker_is_away_it_is_tried_a_few_times_with_growing_pauses_and_then_given_up() {
        producer.sendException = new TimeoutException("away");
        long before = System.nanoTime();
        try (var log = LoggedWarnings.of(DeadLetterWriter.class)) {
            writer.put(record(5), new Unreadable(Unreadable.VALUE_UNREADABLE, "x"));

            assertThat(log.messages())
                    .containsExactly(
                            "Dead letter cannot be written yet", "Dead letters could not be written and are given up");
        }
        // 200 + 400 + 800 ms.
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(1_400_000_000L);
        assertThat(ended).singleElement().matches(letter -> !letter.kept());
    }

    @Test
    void a_service_that_stops_meanwhile_leaves_the_record_to_the_next() {
        producer.sendException = new TimeoutException("away");
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptException.class)
                .isThrownBy(() -> writer.put(record(5), new Unreadable(Unreadable.VALUE_UNREADABLE, "x")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).isEmpty();
    }

    @Test
    void its_producer_gives_up_early_and_takes_the_largest_letter() {
        var settings = DeadLetterWriter.settings(Map.of("bootstrap.servers", "x", "delivery.timeout.ms", 120_000));

        assertThat(settings)
                .containsEntry("bootstrap.servers", "x")
                .containsEntry("delivery.timeout.ms", 5_000)
                .containsEntry("max.block.ms", 5_000)
                .containsEntry("acks", "all");
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>("ncs.providers.v1", 0, offset, null, new byte[] {1});
    }
}
