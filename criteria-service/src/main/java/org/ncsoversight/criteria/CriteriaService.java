package org.ncsoversight.criteria;

import org.ncsoversight.bodies.StrictBodies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Says what is asked for, of whom: editions of the Standard and the register of providers and contracts. */
@EnableScheduling
@SpringBootApplication
@Import(StrictBodies.class)
public class CriteriaService {

    public static void main(String[] args) {
        SpringApplication.run(CriteriaService.class, args);
    }
}
