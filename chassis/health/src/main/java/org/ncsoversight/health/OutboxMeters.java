package org.ncsoversight.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.ncsoversight.outbox.OutboxRelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What waits to be sent: no reason to be unready, because writes go on, but one to look why. */
@Configuration(proxyBeanMethods = false)
public class OutboxMeters {

    @Bean
    MeterBinder outboxMeters(OutboxRelay relay) {
        var clock = Clock.systemUTC();
        return meters -> {
            Gauge.builder("ncs.outbox.unsent", relay, OutboxRelay::unsent)
                    .description("Documents with events that were not yet sent")
                    .register(meters);
            Gauge.builder("ncs.outbox.oldest.age", relay, one -> ageInSeconds(one, clock))
                    .description("How long the oldest unsent event has been waiting; 0 when none waits")
                    .baseUnit("seconds")
                    .register(meters);
        };
    }

    private static double ageInSeconds(OutboxRelay relay, Clock clock) {
        return relay.oldestUnsent()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1e3))
                .orElse(0.0);
    }
}
