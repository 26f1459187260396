package org.ncsoversight.criteria.deadletters.resolving;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Outage;
import org.ncsoversight.outbox.SeldomLines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** How letters are heard and put up again. */
@Configuration(proxyBeanMethods = false)
class LettersWiring {

    private static final Logger log = LoggerFactory.getLogger(LettersWiring.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int TRIES = 3;
    /** More than any broker takes as it comes, so that the broker decides. */
    private static final int LARGEST_REPLAY_IN_BYTES = 16 * 1024 * 1024;

    @Bean(destroyMethod = "close")
    ReplayTopics replayTopics(KafkaProperties kafka, Clock clock) {
        Map<String, Object> sending = DeadLetterWriter.settings(kafka.buildProducerProperties());
        sending.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REPLAY_IN_BYTES);
        Map<String, Object> looking = kafka.buildConsumerProperties();
        looking.remove(ConsumerConfig.GROUP_ID_CONFIG);
        looking.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        looking.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        looking.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new ReplayTopics(
                new KafkaProducer<>(sending, new ByteArraySerializer(), new ByteArraySerializer()),
                () -> new KafkaConsumer<>(looking, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                clock);
    }

    /** While the database is away a letter waits; one that cannot be kept for another reason is told and passed over. */
    @Bean
    CommonErrorHandler letterErrors(Clock clock) {
        var lines = new SeldomLines(clock);
        var handler = new DefaultErrorHandler(
                (record, thrown) -> log.atError()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("partition", record.partition())
                        .addKeyValue("offset", record.offset())
                        .setCause(thrown)
                        .log("Dead letter could not be kept"),
                waits());
        handler.setBackOffFunction((record, thrown) -> Outage.in(thrown) ? waits() : fewWaits());
        handler.setLogLevel(KafkaException.Level.DEBUG);
        handler.setRetryListeners((record, thrown, attempt) -> {
            if (lines.due("tried again")) {
                log.atWarn().setCause(thrown).log("Dead letter cannot be kept yet and is tried again");
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
}
