package org.ncsoversight.evidence;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps what providers send as evidence, and whether it was accepted. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class EvidenceService {

    public static void main(String[] args) {
        SpringApplication.run(EvidenceService.class, args);
    }

    /** Milliseconds, because that is what MongoDB keeps. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
