package org.ncsoversight.reporting;

import org.ncsoversight.bodies.StrictBodies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Computes how ready every provider is, and why; owns nothing. */
@SpringBootApplication
@Import(StrictBodies.class)
public class ReportingService {

    public static void main(String[] args) {
        SpringApplication.run(ReportingService.class, args);
    }
}
