package org.ncsoversight.feedback;

import java.time.Clock;
import org.ncsoversight.bodies.StrictBodies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Keeps what customers and mystery shoppers say. */
@SpringBootApplication(proxyBeanMethods = false)
@Import(StrictBodies.class)
public class FeedbackService {

    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
