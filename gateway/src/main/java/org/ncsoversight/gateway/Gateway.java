package org.ncsoversight.gateway;

import java.time.Clock;
import org.ncsoversight.answers.ProblemAnswers;
import org.ncsoversight.health.ManagementPort;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The front door: sign-in, routes, page shell, limits. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ManagementPort.class, ProblemAnswers.class})
public class Gateway {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }
}
