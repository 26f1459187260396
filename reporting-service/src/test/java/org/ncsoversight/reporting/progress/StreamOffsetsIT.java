package org.ncsoversight.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.OwnBroker;
import org.ncsoversight.reporting.folding.Streams;
import org.ncsoversight.reporting.heard.Topics;

/** What the brokers know of a stream that ran, stopped, and is behind. */
class StreamOffsetsIT {

    private static final Example CLAIM = Example.of("outcomes/claim-recorded");
    private static final Instant EARLIER = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-11-23T11:00:00Z");

    @TempDir
    private Path state;

    @Test
    void counts_what_was_sent_and_not_committed_and_knows_the_time_of_what_was() throws Exception {
        try (var broker = OwnBroker.start();
                var offsets = new StreamOffsets(broker.admin());
                KafkaProducer<String, byte[]> producer = broker.producer()) {
            assertThat(offsets.ask().behind()).isZero();
            send(producer, EARLIER);
            assertThat(offsets.ask().behind()).isEqualTo(1);
            assertThat(offsets.ask().heardUpTo()).isEmpty();

            Streams.runUntil(broker, state, "all is committed", () -> behind(offsets) == 0);
            assertThat(offsets.ask().heardUpTo()).isEmpty();
            send(producer, LATER);
            send(producer, LATER);

            assertThat(offsets.ask().behind()).isEqualTo(2);
            assertThat(offsets.ask().heardUpTo()).hasValue(EARLIER);
        }
    }

    private static long behind(StreamOffsets offsets) {
        try {
            return offsets.ask().behind();
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, Instant at) {
        var _ = producer.send(new ProducerRecord<>(
                Topics.OUTCOMES, 0, at.toEpochMilli(), CLAIM.key(), CLAIM.value(), CLAIM.headers()));
        producer.flush();
    }
}
