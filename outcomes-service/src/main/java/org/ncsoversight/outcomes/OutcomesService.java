package org.ncsoversight.outcomes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps what became of clients: the outcome claims. */
@SpringBootApplication
public class OutcomesService {

    public static void main(String[] args) {
        SpringApplication.run(OutcomesService.class, args);
    }
}
