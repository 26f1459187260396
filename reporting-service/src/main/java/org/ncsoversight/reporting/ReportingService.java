package org.ncsoversight.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Computes how ready every provider is, and why; owns nothing. */
@SpringBootApplication
public class ReportingService {

    public static void main(String[] args) {
        SpringApplication.run(ReportingService.class, args);
    }
}
