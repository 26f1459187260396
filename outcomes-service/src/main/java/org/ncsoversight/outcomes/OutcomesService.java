package org.ncsoversight.outcomes;

import org.ncsoversight.bodies.StrictBodies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps what became of clients: the outcome claims. */
@SpringBootApplication
@Import(StrictBodies.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class OutcomesService {

    public static void main(String[] args) {
        SpringApplication.run(OutcomesService.class, args);
    }
}
