package org.ncsoversight.reporting.folding;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the stream needs from the outside world. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class FoldingConfiguration {

    /** Days begin where the Service is. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/London"));
    }

    @Bean
    DeadLetterCount deadLetterCount(MeterRegistry meters) {
        return (topic, reason) -> meters.counter("reporting.dead.letters", "topic", topic, "reason", reason)
                .increment();
    }
}
