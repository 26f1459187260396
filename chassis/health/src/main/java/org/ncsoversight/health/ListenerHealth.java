package org.ncsoversight.health;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Health {@code listeners} and gauges for each; for services with {@code @KafkaListener}s. */
@Configuration(proxyBeanMethods = false)
public class ListenerHealth {

    /** Longer than a broker takes to start again and to share the partitions out. */
    private static final Duration MAY_BE_WITHOUT_PARTITIONS = Duration.ofSeconds(60);

    @Bean(initMethod = "start")
    ListenerWatch listenersHealthIndicator(
            KafkaListenerEndpointRegistry registry, KafkaProperties kafka, MeterRegistry meters) {
        return new ListenerWatch(
                registry::getListenerContainers,
                new UnreadPartitions(kafka.buildAdminProperties()),
                MAY_BE_WITHOUT_PARTITIONS,
                meters,
                Clock.systemUTC());
    }
}
