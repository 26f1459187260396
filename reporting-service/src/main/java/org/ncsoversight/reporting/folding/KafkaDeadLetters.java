package org.ncsoversight.reporting.folding;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.outbox.DeadLetter;
import org.ncsoversight.outbox.Unreadable;
import org.ncsoversight.reporting.heard.Heard;
import org.ncsoversight.reporting.heard.Origin;
import org.ncsoversight.reporting.heard.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes letters with a producer of its own, outside the stream's transactions: a letter that the broker refuses would
 * end the transaction, and with it the stream, again and again. So a crash can write a letter twice, with one origin.
 */
@Component
final class KafkaDeadLetters implements DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(KafkaDeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After a letter that could not be written none is tried for so long, so that many of them do not hold up. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Clock clock;
    private final DeadLetterCount counts;
    private final Counter unwritten;
    private volatile Instant notBefore = Instant.MIN;

    KafkaDeadLetters(KafkaTemplate<String, byte[]> kafka, Clock clock, DeadLetterCount counts, MeterRegistry meters) {
        this.kafka = kafka;
        this.clock = clock;
        this.counts = counts;
        this.unwritten = meters.counter("ncs.dead.letters.lost");
        // From 0, so that the first letter is a change.
        Topics.FROM_PRODUCERS.forEach(
                topic -> meters.counter("ncs.dead.letters", "topic", topic, "reason", "value-unreadable"));
    }

    @Override
    public void setAside(
            Origin origin,
            @Nullable String key,
            byte @Nullable [] value,
            Headers headers,
            Heard.Unreadable unreadable) {
        counts.add(origin.topic(), unreadable.reason());
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            unwritten.increment();
            return;
        }
        try {
            kafka.send(letter(origin, key, value, headers, unreadable, now))
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            notWritten(origin, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            notWritten(origin, e);
        }
    }

    /** As it is put onto the topic: the same letter that every service writes. */
    static ProducerRecord<String, byte[]> letter(
            Origin origin,
            @Nullable String key,
            byte @Nullable [] value,
            Headers headers,
            Heard.Unreadable unreadable,
            Instant now) {
        DeadLetter letter = DeadLetter.of(
                new DeadLetter.Origin(origin.topic(), origin.partition(), origin.offset()),
                key == null ? null : key.getBytes(StandardCharsets.UTF_8),
                value,
                headers,
                new Unreadable(unreadable.reason(), unreadable.detail()),
                now);
        byte[] keptKey = letter.key();
        return new ProducerRecord<>(
                ReadinessTopology.DEAD_LETTERS,
                null,
                keptKey == null ? null : new String(keptKey, StandardCharsets.UTF_8),
                letter.value(),
                letter.headers());
    }

    private void notWritten(Origin origin, Exception reason) {
        unwritten.increment();
        notBefore = clock.instant().plus(PAUSE);
        log.atError()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .addKeyValue("reason", String.valueOf(reason.getMessage()))
                .log("A dead letter could not be written; the record stays only where it stands");
    }
}
