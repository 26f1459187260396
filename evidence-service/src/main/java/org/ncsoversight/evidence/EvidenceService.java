package org.ncsoversight.evidence;

import java.time.Clock;
import org.ncsoversight.bodies.StrictBodies;
import org.ncsoversight.callers.TokenChecks;
import org.ncsoversight.documents.ClientTimeouts;
import org.ncsoversight.documents.UnavailableAnswers;
import org.ncsoversight.evidence.model.England;
import org.ncsoversight.health.ListenerHealth;
import org.ncsoversight.health.ManagementPort;
import org.ncsoversight.health.OutboxMeters;
import org.ncsoversight.health.StoreHealth;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Keeps what providers send as evidence, and whether it was accepted. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import({
    StrictBodies.class,
    ManagementPort.class,
    StoreHealth.class,
    ListenerHealth.class,
    OutboxMeters.class,
    ClientTimeouts.class,
    UnavailableAnswers.class,
    TokenChecks.class,
})
public class EvidenceService {

    /** At least as many as there are jobs, so that one that hangs on a scanner or a mail server holds up no other. */
    static final int JOBS_AT_ONCE = 12;

    public static void main(String[] args) {
        SpringApplication.run(EvidenceService.class, args);
    }

    /** Milliseconds, because that is what MongoDB keeps. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(England.ZONE);
    }

    /** Spring's own, with virtual threads, runs every job with a pause between on one and the same thread. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var jobs = new ThreadPoolTaskScheduler();
        jobs.setPoolSize(JOBS_AT_ONCE);
        jobs.setThreadNamePrefix("jobs-");
        return jobs;
    }
}
