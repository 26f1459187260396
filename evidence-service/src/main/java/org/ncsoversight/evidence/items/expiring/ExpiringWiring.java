package org.ncsoversight.evidence.items.expiring;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the look after an acceptance a thread of its own, and a little time to end when the process does. */
@Configuration
class ExpiringWiring implements DisposableBean {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Bean
    AfterAcceptance afterAcceptance(ApplyRules rules) {
        return new AfterAcceptance(rules, threads);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
