package org.ncsoversight.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.folding.StreamSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The shipped application.yaml holds every property, spelt right. */
class ShippedSettingsTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({StreamSettings.class, LiveSettings.class})
    static class Settings {}

    @Test
    void the_shipped_values_are_valid() {
        context.run(started -> {
            assertThat(started).hasNotFailed();
            assertThat(started.getBean(LiveSettings.class).keepAlive()).isEqualTo(Duration.ofSeconds(5));
            assertThat(started.getBean(StreamSettings.class).commitInterval()).isEqualTo(Duration.ofSeconds(8));
        });
    }

    @Test
    void a_missing_value_stops_the_start() {
        context.withPropertyValues("reporting.stream.commit-interval=")
                .run(started -> assertThat(started).hasFailed());
    }
}
