package org.ncsoversight.feedback;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps what customers and mystery shoppers say. */
@SpringBootApplication
public class FeedbackService {

    public static void main(String[] args) {
        SpringApplication.run(FeedbackService.class, args);
    }
}
