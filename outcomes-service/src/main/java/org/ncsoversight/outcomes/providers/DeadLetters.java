package org.ncsoversight.outcomes.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What we cannot read is set aside with its reason and counted; everything else is tried until it works. */
@Configuration(proxyBeanMethods = false)
class DeadLetters {

    static final String TOPIC = "ncs.outcomes.dead-letters.v1";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Bean
    CommonErrorHandler setAside(KafkaOperations<String, String> kafka, MeterRegistry meters) {
        var wait = new ExponentialBackOff(FIRST_WAIT.toMillis(), 2);
        wait.setMaxInterval(LONGEST_WAIT.toMillis());
        var handler =
                new DefaultErrorHandler((heard, refused) -> setAside(heard, reasonOf(refused), kafka, meters), wait);
        handler.addNotRetryableExceptions(Unreadable.class);
        return handler;
    }

    /** Waits for the answer of the broker: the record is acknowledged only when its dead letter is safe. */
    private static void setAside(
            ConsumerRecord<?, ?> heard, String reason, KafkaOperations<String, String> kafka, MeterRegistry meters) {
        var letter = new ProducerRecord<String, String>(TOPIC, (String) heard.key(), (String) heard.value());
        heard.headers().forEach(letter.headers()::add);
        Map.of(
                        "reason", reason,
                        "source-topic", heard.topic(),
                        "source-partition", Integer.toString(heard.partition()),
                        "source-offset", Long.toString(heard.offset()))
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
        kafka.send(letter).join();
        meters.counter("outcomes.dead.letters", "reason", reason).increment();
        log.atWarn()
                .addKeyValue("topic", heard.topic())
                .addKeyValue("partition", heard.partition())
                .addKeyValue("offset", heard.offset())
                .addKeyValue("reason", reason)
                .log("Record set aside as dead letter");
    }

    private static String reasonOf(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable.reason();
            }
        }
        return "unexpected";
    }
}
