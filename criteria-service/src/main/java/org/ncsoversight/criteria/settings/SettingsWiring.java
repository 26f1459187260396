package org.ncsoversight.criteria.settings;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the settings and makes the one clock: days begin and end where the service is delivered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CriteriaSettings.class, PeopleSettings.class})
class SettingsWiring {

    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/London"));
    }
}
