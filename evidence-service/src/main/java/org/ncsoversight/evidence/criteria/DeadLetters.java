package org.ncsoversight.evidence.criteria;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.ncsoversight.evidence.items.contract.EvidenceMessage;
import org.ncsoversight.evidence.reporting.ReadinessListener;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Outage;
import org.ncsoversight.outbox.SeldomLines;
import org.ncsoversight.outbox.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What cannot be read is set aside with its reason and counted; what a server is to blame for is tried until it works. */
@Configuration(proxyBeanMethods = false)
class DeadLetters {

    static final String TOPIC = "ncs.evidence.dead-letters.v1";
    static final String REPLAYS = "ncs.evidence.replays.v1";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** For a record that fails in a way nobody foresaw. */
    private static final int TRIES = 3;

    private static final String COUNT = "ncs.dead.letters";
    private static final String LOST = "ncs.dead.letters.lost";

    private static final List<String> HEARD = List.of(
            CriteriaListener.STANDARD,
            CriteriaListener.PROVIDERS,
            ReadinessListener.READINESS,
            ReadinessListener.FOLDED,
            EvidenceMessage.TOPIC,
            REPLAYS);

    @Bean
    DeadLetterWriter deadLetterWriter(KafkaProperties kafka, MeterRegistry meters, Clock clock) {
        HEARD.forEach(topic -> {
            Unreadable.REASONS.forEach(reason -> meters.counter(COUNT, "topic", topic, "reason", reason));
            meters.counter(LOST, "topic", topic);
        });
        var producer = new KafkaProducer<>(
                DeadLetterWriter.settings(kafka.buildProducerProperties()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        return new DeadLetterWriter(producer, TOPIC, clock, ended -> {
            meters.counter(COUNT, "topic", ended.topic(), "reason", ended.reason())
                    .increment();
            meters.counter(LOST, "topic", ended.topic()).increment(ended.kept() ? 0 : 1);
        });
    }

    @Bean
    CommonErrorHandler setAside(DeadLetterWriter letters, Clock clock) {
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

    @SuppressWarnings("unchecked") // Every listener here reads bytes.
    private static ConsumerRecord<byte[], byte[]> bytes(ConsumerRecord<?, ?> record) {
        return (ConsumerRecord<byte[], byte[]>) record;
    }
}
