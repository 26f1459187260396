package org.ncsoversight.evidence.underway;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Gives each import a thread of its own, and a little time to end when the process does. */
@Configuration
class UnderwayWiring implements DisposableBean {

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Bean
    RunImports runImports(ImportRunStore store, JsonMapper json, ImportRunSettings settings, Clock clock) {
        return new RunImports(store, new WatchRun(store, json, settings, clock), settings, clock, threads);
    }

    @Override
    public void destroy() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
