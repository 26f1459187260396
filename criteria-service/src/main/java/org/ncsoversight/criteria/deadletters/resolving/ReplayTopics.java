package org.ncsoversight.criteria.deadletters.resolving;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.ncsoversight.criteria.deadletters.model.Letter;
import org.ncsoversight.criteria.deadletters.model.Original;
import org.ncsoversight.criteria.deadletters.model.Sha256;
import org.ncsoversight.outbox.DeadLetter;
import org.ncsoversight.outbox.SeldomLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records up again for the service that could not use them: on a topic of its own, because on the topic it first stood
 * on an old record would replace newer ones of its key.
 */
class ReplayTopics implements AutoCloseable {

    /** How it went. */
    enum Result {
        SENT,
        /** What was cut of the letter no longer stands where it stood. */
        GONE,
        /** The broker takes nothing so large. */
        TOO_LARGE,
        AWAY
    }

    private static final Logger log = LoggerFactory.getLogger(ReplayTopics.class);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final String OWN = "dead-letter-";

    private final Producer<byte[], byte[]> producer;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final SeldomLines lines;

    ReplayTopics(Producer<byte[], byte[]> producer, Supplier<Consumer<byte[], byte[]>> consumers, Clock clock) {
        this.producer = producer;
        this.consumers = consumers;
        this.lines = new SeldomLines(clock);
    }

    Result replay(Letter letter, Original kept) {
        try {
            Optional<Original> whole = letter.content().whole() ? Optional.of(kept) : lookUp(letter);
            if (whole.isEmpty()) {
                return Result.GONE;
            }
            producer.send(record(letter, whole.get())).get();
            return Result.SENT;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RecordTooLargeException ? Result.TOO_LARGE : away(e);
        } catch (RecordTooLargeException e) {
            return Result.TOO_LARGE;
        } catch (KafkaException e) {
            return away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.AWAY;
        }
    }

    private Result away(Exception e) {
        if (lines.due("away")) {
            log.atWarn().setCause(e).log("Record could not be put up again");
        }
        return Result.AWAY;
    }

    private static ProducerRecord<byte[], byte[]> record(Letter letter, Original whole) {
        var record = new ProducerRecord<>(
                "ncs." + letter.kind().service() + ".replays.v1",
                whole.key().map(Original.Bytes::content).orElse(null),
                whole.value().map(Original.Bytes::content).orElse(null));
        whole.headers()
                .forEach(header ->
                        record.headers().add(header.name(), header.value().content()));
        record.headers().add(DeadLetter.TOPIC, letter.kind().topic().getBytes(UTF_8));
        record.headers().add(DeadLetter.REPLAY_OF, letter.origin().toString().getBytes(UTF_8));
        return record;
    }

    /** The record where it stood, if it still does and is the same. */
    private Optional<Original> lookUp(Letter letter) {
        var partition =
                new TopicPartition(letter.origin().topic(), letter.origin().partition());
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            if (!consumer.partitionsFor(partition.topic(), LONGEST_LOOK).stream()
                    .anyMatch(known -> known.partition() == partition.partition())) {
                return Optional.empty();
            }
            consumer.assign(List.of(partition));
            consumer.seek(partition, letter.origin().offset());
            long deadline = System.nanoTime() + LONGEST_LOOK.toNanos();
            while (consumer.position(partition) <= letter.origin().offset() && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST_LOOK)) {
                    return Optional.of(record)
                            .filter(found -> found.offset() == letter.origin().offset())
                            .map(ReplayTopics::original)
                            .filter(found -> isSame(letter, found));
                }
            }
            return Optional.empty();
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSame(Letter letter, Original found) {
        String hash = found.value().map(value -> Sha256.of(value.content())).orElse("");
        return letter.content().sha256().equals(hash);
    }

    private static Original original(ConsumerRecord<byte[], byte[]> record) {
        List<Original.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(OWN) && !header.key().equals(DeadLetter.REPLAY_OF) && header.value() != null) {
                headers.add(new Original.Header(header.key(), new Original.Bytes(header.value())));
            }
        }
        return new Original(
                Optional.ofNullable(record.key()).map(Original.Bytes::new),
                Optional.ofNullable(record.value()).map(Original.Bytes::new),
                headers);
    }

    @Override
    public void close() {
        producer.close(LONGEST_LOOK);
    }
}
