package org.ncsoversight.outcomes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Keeps what became of clients: the outcome claims. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class OutcomesService {

    public static void main(String[] args) {
        SpringApplication.run(OutcomesService.class, args);
    }
}
