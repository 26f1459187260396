package org.ncsoversight.evidence;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Keeps what providers send as evidence, and whether it was accepted. */
@SpringBootApplication
public class EvidenceService {

    public static void main(String[] args) {
        SpringApplication.run(EvidenceService.class, args);
    }
}
