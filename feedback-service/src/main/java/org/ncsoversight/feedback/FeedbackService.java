package org.ncsoversight.feedback;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Keeps what customers and mystery shoppers say. */
@SpringBootApplication(proxyBeanMethods = false)
public class FeedbackService {

    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
