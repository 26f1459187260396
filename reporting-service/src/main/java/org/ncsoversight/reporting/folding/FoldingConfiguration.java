package org.ncsoversight.reporting.folding;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.ncsoversight.reporting.heard.Hearing;
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
        return (topic, reason) -> meters.counter("ncs.dead.letters", "topic", topic, "reason", reason)
                .increment();
    }

    @Bean
    ReadinessTopology.Surroundings surroundings(
            Hearing hearing, Clock clock, StreamSettings settings, DeadLetters deadLetters, MeterRegistry meters) {
        Timer delay = Timer.builder("ncs.readiness.delay")
                .description("From a live fact's record to the publication of the readiness it changed")
                .serviceLevelObjectives(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10))
                .register(meters);
        return new ReadinessTopology.Surroundings(
                hearing, clock, settings.drainInterval(), deadLetters, delay::record, System::nanoTime);
    }
}
