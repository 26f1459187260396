package org.ncsoversight.evidence.criteria;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What cannot be read goes aside with the reason and is counted; what cannot be kept for now is tried until it is. */
@Configuration
class DeadLetters {

    static final String TOPIC = "ncs.evidence.dead-letters.v1";
    static final String REASON = "reason";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final long FIRST_WAIT_IN_MILLIS = 200;
    private static final double GROWTH = 2;
    private static final long LONGEST_WAIT_IN_MILLIS = 10_000;

    @Bean
    DefaultErrorHandler unreadableMessagesGoAside(KafkaTemplate<String, String> kafka, MeterRegistry meters) {
        // Any partition: the dead letters need no order, and their topic may have fewer partitions.
        var recoverer = new DeadLetterPublishingRecoverer(kafka, (_, _) -> new TopicPartition(TOPIC, -1));
        recoverer.setHeadersFunction((message, e) -> {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof UnreadableMessage)) {
                cause = cause.getCause();
            }
            Throwable reason = cause.getCause() == null ? cause : cause.getCause();
            log.atWarn().addKeyValue("topic", message.topic()).log("Message could not be read");
            meters.counter("evidence.dead.letters", "topic", message.topic()).increment();
            var text = reason.getClass().getSimpleName() + ": " + reason.getMessage();
            return new RecordHeaders().add(new RecordHeader(REASON, text.getBytes(StandardCharsets.UTF_8)));
        });
        var waits = new ExponentialBackOff(FIRST_WAIT_IN_MILLIS, GROWTH);
        waits.setMaxInterval(LONGEST_WAIT_IN_MILLIS);
        var handler = new DefaultErrorHandler(recoverer, waits);
        handler.addNotRetryableExceptions(UnreadableMessage.class);
        return handler;
    }
}
