package org.ncsoversight.outbox.listening;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.ncsoversight.outbox.DeadLetterWriter;
import org.ncsoversight.outbox.Unreadable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;

/**
 * To be imported beside a {@link HeardTopics}: what listeners cannot read is set aside with its reason and counted, what a
 * server is to blame for is tried until it works.
 */
@Configuration(proxyBeanMethods = false)
public class ListenerDeadLetters {

    private static final String COUNT = "ncs.dead.letters";
    private static final String LOST = "ncs.dead.letters.lost";

    @Bean
    DeadLetterWriter deadLetterWriter(HeardTopics topics, KafkaProperties kafka, MeterRegistry meters, Clock clock) {
        topics.heard().forEach(topic -> {
            Unreadable.REASONS.forEach(reason -> meters.counter(COUNT, "topic", topic, "reason", reason));
            meters.counter(LOST, "topic", topic);
        });
        var producer = new KafkaProducer<>(
                DeadLetterWriter.settings(kafka.buildProducerProperties()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        return new DeadLetterWriter(producer, topics.letters(), clock, ended -> {
            meters.counter(COUNT, "topic", ended.topic(), "reason", ended.reason())
                    .increment();
            meters.counter(LOST, "topic", ended.topic()).increment(ended.kept() ? 0 : 1);
        });
    }

    @Bean
    CommonErrorHandler setAside(DeadLetterWriter letters, Clock clock) {
        return SetAside.with(letters, clock);
    }
}
