package org.ncsoversight.outbox.listening;

import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Outage;
import org.ncsoversight.outbox.SeldomLines;
import org.ncsoversight.outbox.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How often a record is tried: an unreadable one once, one during an outage for ever, any other three times. */
final class SetAside {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** For a record that fails in a way nobody foresaw. */
    private static final int TRIES = 3;

    private SetAside() {}

    static DefaultErrorHandler with(DeadLetterWriter letters, Clock clock) {
        var handler = new DefaultErrorHandler((record, thrown) -> letters.put(bytes(record), thrown), waits());
        handler.addNotRetryableExceptions(Unreadable.class);
        handler.setBackOffFunction((_, thrown) -> Outage.in(thrown) ? waits() : fewWaits());
        var lines = new SeldomLines(clock);
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, thrown, attempt) -> {
            if (thrown != null && !(thrown.getCause() instanceof Unreadable) && lines.due("tried again")) {
                log.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("attempt", attempt)
                        .setCause(thrown)
                        .log("Record cannot be kept yet and is tried again");
            }
        });
        return handler;
    }

    private static ExponentialBackOff waits() {
        var waits = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        waits.setMaxInterval(LONGEST_WAIT.toMillis());
        return waits;
    }

    private static ExponentialBackOff fewWaits() {
        var waits = waits();
        waits.setMaxAttempts(TRIES - 1);
        return waits;
    }

    @SuppressWarnings("unchecked") // Every listener reads bytes.
    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte[]>) record;
    }
}
