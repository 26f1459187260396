package org.ncsoversight.criteria;

import java.util.Set;
import org.ncsoversight.answers.ProblemAnswers;
import org.ncsoversight.answers.ProblemPage;
import org.ncsoversight.answers.repeating.RepeatSettings;
import org.ncsoversight.answers.repeating.RepeatedRequests;
import org.ncsoversight.bodies.StrictBodies;
import org.ncsoversight.callers.TokenChecks;
import org.ncsoversight.documents.ClientTimeouts;
import org.ncsoversight.documents.UnavailableAnswers;
import org.ncsoversight.health.ListenerHealth;
import org.ncsoversight.health.ManagementPort;
import org.ncsoversight.health.OutboxMeters;
import org.ncsoversight.health.StoreHealth;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Says what is asked for, of whom: editions of the Standard and the register of providers and contracts. */
@EnableScheduling
@SpringBootApplication
@Import({
    StrictBodies.class,
    ProblemAnswers.class,
    RepeatedRequests.class,
    ManagementPort.class,
    StoreHealth.class,
    ListenerHealth.class,
    OutboxMeters.class,
    ClientTimeouts.class,
    UnavailableAnswers.class,
    TokenChecks.class,
})
public class CriteriaService {

    public static void main(String[] args) {
        SpringApplication.run(CriteriaService.class, args);
    }

    @Bean
    ProblemPage problemPage() {
        return ProblemPage.withLink("/", "Go to the home page");
    }

    /** Passwords, secrets and addresses of calendars are not kept in clear text, not even for a day. */
    @Bean
    RepeatSettings repeatSettings() {
        return RepeatSettings.usualExcept(
                Set.of("/api/criteria/people", "/api/criteria/people/machines"),
                Set.of("/api/criteria/people/", "/api/criteria/calendar"));
    }
}
