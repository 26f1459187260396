package org.ncsoversight.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts dead letters onto a topic. A letter that cannot be written within half a minute is given up with a line that says
 * where its record stands, because the next record matters more than this one.
 */
public final class DeadLetterWriter implements AutoCloseable {

    /** What became of a record that could not be used. */
    public record Ended(String topic, String reason, boolean kept) {}

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);
    private static final Duration PER_ATTEMPT = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);
    /** A letter's largest value, key and headers, with room for what Kafka adds. */
    private static final int LARGEST_REQUEST_IN_BYTES = 1024 * 1024;
    /** Given up since the last line; more are only counted. */
    private static final int ORIGINS_IN_A_LINE = 50;

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Clock clock;
    private final Consumer<Ended> counter;
    private final SeldomLines lines;
    private final List<DeadLetter.Origin> untold = new ArrayList<>();

    /** The producer is closed with the writer. */
    public DeadLetterWriter(Producer<byte[], byte[]> producer, String topic, Clock clock, Consumer<Ended> counter) {
        this.producer = producer;
        this.topic = topic;
        this.clock = clock;
        this.counter = counter;
        this.lines = new SeldomLines(clock);
    }

    /** How a producer of dead letters is set: like every other of its service, but it gives up early. */
    public static Map<String, Object> settings(Map<String, Object> ofService) {
        var settings = new HashMap<>(ofService);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A repeated letter is the same letter, and a producer that numbers its records can end for good.
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST_IN_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PER_ATTEMPT.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PER_ATTEMPT.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PER_ATTEMPT.toMillis());
        return settings;
    }

    /** Puts the record aside and waits until the broker has the letter, or until it is given up. */
    public void put(ConsumerRecord<byte[], byte[]> record, Throwable thrown) {
        put(DeadLetter.of(record, Unreadable.in(thrown), clock.instant()));
    }

    public void put(DeadLetter letter) {
        boolean kept = written(letter);
        counter.accept(new Ended(letter.origin().topic(), letter.reason(), kept));
        if (kept && lines.due(letter.reason())) {
            log.atWarn()
                    .addKeyValue("origin", letter.origin())
                    .addKeyValue("reason", letter.reason())
                    .log("Record set aside as dead letter");
        }
    }

    private boolean written(DeadLetter letter) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Throwable failure = failureOf(letter);
            if (failure == null) {
                return true;
            }
            if (attempt == ATTEMPTS || !(failure instanceof RetriableException)) {
                giveUp(letter, failure);
                return false;
            }
            if (lines.due("not yet")) {
                log.atWarn()
                        .addKeyValue("topic", topic)
                        .addKeyValue("failure", failure.toString())
                        .log("Dead letter cannot be written yet");
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private @Nullable Throwable failureOf(DeadLetter letter) {
        try {
            producer.send(letter.on(topic)).get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (InterruptedException e) {
            throw new InterruptException(e); // The service stops: the record is read again by the next.
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** The origin is all that is left of it, so each is told, if not each in a line of its own. */
    private synchronized void giveUp(DeadLetter letter, Throwable failure) {
        if (untold.size() < ORIGINS_IN_A_LINE) {
            untold.add(letter.origin());
        }
        if (lines.due("given up")) {
            tell(failure.toString());
        }
    }

    private void tell(String failure) {
        log.atError()
                .addKeyValue("origins", List.copyOf(untold))
                .addKeyValue("topic", topic)
                .addKeyValue("failure", failure)
                .log("Dead letters could not be written and are given up");
        untold.clear();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public synchronized void close() {
        producer.close(LONGEST_GOODBYE);
        if (!untold.isEmpty()) {
            tell("the service stops");
        }
    }
}
