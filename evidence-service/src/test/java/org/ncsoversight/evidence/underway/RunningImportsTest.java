package org.ncsoversight.evidence.underway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryImportRunStore;
import org.ncsoversight.evidence.underway.ImportRun.State;
import org.ncsoversight.evidence.underway.RunImports.Waited;
import org.ncsoversight.evidence.underway.RunImports.Work;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class RunningImportsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Caller lead = Callers.lead("99000001");
    private final InMemoryImportRunStore store = new InMemoryImportRunStore();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger closed = new AtomicInteger();

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.close();
    }

    @Test
    void what_is_done_soon_is_answered_at_once() throws IOException {
        var waited = runs(LONG, 1).run(lead, work(_ -> "ready"));

        assertThat(waited).isEqualTo(new Waited.Ended<>("ready"));
        threads.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_takes_long_goes_on_and_keeps_the_answer_it_would_have_had() throws IOException {
        var run = underWay(work(progress -> {
            progress.of(2);
            progress.oneMore();
            goOn.await();
            return "ready";
        }));
        assertThat(found(run).state(Instant.now())).isEqualTo(State.RUNNING);
        assertThat(closed).hasValue(0);

        goOn.countDown();
        threads.close();

        assertThat(found(run).ending())
                .isEqualTo(new ImportRun.Ending(201, "/api/evidence/imports/7", "{\"was\":\"ready\"}"));
        assertThat(closed).hasValue(1);
    }

    @Test
    void what_is_refused_late_is_refused_in_the_same_words() throws IOException {
        var run = underWay(work(_ -> {
            goOn.await();
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "zip-bomb", "A file unpacks to far more than it should");
        }));

        goOn.countDown();
        threads.close();

        assertThat(found(run).state(Instant.now())).isEqualTo(State.REFUSED);
        assertThat(found(run).ending().body()).contains("/problems/zip-bomb", "far more than it should");
    }

    @Test
    void what_fails_late_is_told_as_failed() throws IOException {
        var run = underWay(work(_ -> {
            goOn.await();
            throw new IllegalStateException("on purpose");
        }));

        goOn.countDown();
        threads.close();

        assertThat(found(run).state(Instant.now())).isEqualTo(State.FAILED);
        assertThat(found(run).ending().body()).contains("import-failed").doesNotContain("on purpose");
    }

    @Test
    void what_fails_soon_fails_in_its_request() {
        assertThatThrownBy(() -> runs(LONG, 1).run(lead, work(_ -> {
                    throw new IOException("no disk");
                })))
                .isInstanceOf(IOException.class)
                .hasMessage("no disk");
    }

    @Test
    void one_too_many_is_refused_and_its_files_go() throws IOException {
        var runs = runs(Duration.ZERO, 1);
        runs.run(lead, work(_ -> {
            goOn.await();
            return "ready";
        }));

        assertThatThrownBy(() -> runs.run(lead, work(_ -> "second"))).hasMessage("imports-too-many");
        assertThat(closed).hasValue(1);
    }

    @Test
    void it_is_said_again_and_again_that_it_is_being_done() throws IOException {
        var run = underWay(work(_ -> {
            goOn.await();
            return "ready";
        }));

        var limit = Instant.now().plusSeconds(60);
        while (!found(run).heldUntil().isAfter(run.heldUntil())) {
            assertThat(Instant.now()).as("waited too long").isBefore(limit);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private interface Doing {
        String run(Progress progress) throws Exception;
    }

    private Work<String> work(Doing doing) {
        return new Work<>(
                "items",
                closed::incrementAndGet,
                progress -> {
                    try {
                        return doing.run(progress);
                    } catch (IOException | RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                result -> ResponseEntity.created(URI.create("/api/evidence/imports/7"))
                        .body(Map.of("was", result)));
    }

    private ImportRun underWay(Work<String> work) throws IOException {
        return ((Waited.UnderWay<String>) runs(Duration.ZERO, 1).run(lead, work)).run();
    }

    private ImportRun found(ImportRun run) {
        return store.find(run.id(), lead.own()).orElseThrow();
    }

    private RunImports runs(Duration wait, int atOnce) {
        var settings = new ImportRunSettings(wait, atOnce, Duration.ofMillis(300), Duration.ofDays(1));
        var clock = Clock.systemUTC();
        return new RunImports(store, new WatchRun(store, new JsonMapper(), settings, clock), settings, clock, threads);
    }
}
