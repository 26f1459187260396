package org.ncsoversight.feedback;

import java.time.Clock;
import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.bodies.StrictBodies;
import org.ncsoversight.callers.TokenChecks;
import org.ncsoversight.documents.ClientTimeouts;
import org.ncsoversight.documents.UnavailableAnswers;
import org.ncsoversight.health.ListenerHealth;
import org.ncsoversight.health.ManagementPort;
import org.ncsoversight.health.OutboxMeters;
import org.ncsoversight.health.StoreHealth;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Keeps what customers and mystery shoppers say. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({
    StrictBodies.class,
    ManagementPort.class,
    StoreHealth.class,
    ListenerHealth.class,
    OutboxMeters.class,
    ClientTimeouts.class,
    UnavailableAnswers.class,
    TokenChecks.class,
    ApiDocument.class,
})
public class FeedbackService {

    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
