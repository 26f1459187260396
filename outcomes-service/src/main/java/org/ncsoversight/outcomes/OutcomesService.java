package org.ncsoversight.outcomes;

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
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps what became of clients: the outcome claims. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
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
public class OutcomesService {

    public static void main(String[] args) {
        SpringApplication.run(OutcomesService.class, args);
    }
}
