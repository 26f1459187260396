package org.ncsoversight.reporting;

import org.ncsoversight.apidocs.ApiDocument;
import org.ncsoversight.bodies.StrictBodies;
import org.ncsoversight.callers.TokenChecks;
import org.ncsoversight.documents.ClientTimeouts;
import org.ncsoversight.documents.UnavailableAnswers;
import org.ncsoversight.health.ListenerHealth;
import org.ncsoversight.health.ManagementPort;
import org.ncsoversight.health.StoreHealth;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Computes how ready every provider is, and why; owns nothing. */
@SpringBootApplication
@Import({
    StrictBodies.class,
    ManagementPort.class,
    StoreHealth.class,
    ListenerHealth.class,
    ClientTimeouts.class,
    UnavailableAnswers.class,
    TokenChecks.class,
    ApiDocument.class,
})
public class ReportingService {

    public static void main(String[] args) {
        SpringApplication.run(ReportingService.class, args);
    }
}
