package org.ncsoversight.evidence.underway;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.store.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Stays with an import to its end, says now and then that it is being done, and keeps its answer. */
class WatchRun {

    private static final Logger log = LoggerFactory.getLogger(WatchRun.class);
    private static final int RENEWALS_PER_HOLD = 6;
    private static final int ATTEMPTS_TO_KEEP = 100;

    private final ImportRunStore store;
    private final JsonMapper json;
    private final ImportRunSettings settings;
    private final Clock clock;

    WatchRun(ImportRunStore store, JsonMapper json, ImportRunSettings settings, Clock clock) {
        this.store = store;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    <R> void toItsEnd(ImportRun run, Future<R> future, Progress progress, Function<R, ResponseEntity<?>> answer) {
        try {
            keep(run, ending(run, future, progress, answer));
        } catch (InterruptedException _) {
            // The process ends; the hold runs out, and readers are told that the import was interrupted.
            Thread.currentThread().interrupt();
        }
    }

    private <R> ImportRun.Ending ending(
            ImportRun run, Future<R> future, Progress progress, Function<R, ResponseEntity<?>> answer)
            throws InterruptedException {
        while (true) {
            try {
                R result = future.get(renewal().toMillis(), TimeUnit.MILLISECONDS);
                return ended(answer.apply(result));
            } catch (TimeoutException _) {
                renew(run, progress);
            } catch (Problem e) {
                return ended(e.detail());
            } catch (ExecutionException e) {
                return failed(run, e);
            }
        }
    }

    private ImportRun.Ending failed(ImportRun run, ExecutionException e) {
        if (e.getCause() instanceof Problem problem) {
            return ended(problem.detail());
        }
        log.atError().addKeyValue("import", run.id()).setCause(e.getCause()).log("Import failed");
        var detail = ProblemDetail.forStatusAndDetail(
                e.getCause() instanceof StoreAway ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR,
                "The import failed in the middle. Import the same again: what was taken is not taken twice");
        detail.setType(URI.create("/problems/import-failed"));
        return ended(detail);
    }

    private ImportRun.Ending ended(ResponseEntity<?> answer) {
        @Nullable URI location = answer.getHeaders().getLocation();
        return new ImportRun.Ending(
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                json.writeValueAsString(answer.getBody()));
    }

    private ImportRun.Ending ended(ProblemDetail detail) {
        return new ImportRun.Ending(detail.getStatus(), null, json.writeValueAsString(detail));
    }

    private void renew(ImportRun run, Progress progress) {
        try {
            store.renew(run.id(), clock.instant().plus(settings.hold()), progress.done(), progress.of());
        } catch (StoreAway e) {
            log.atWarn().addKeyValue("import", run.id()).setCause(e).log("Nobody can be told how far an import is");
        }
    }

    private void keep(ImportRun run, ImportRun.Ending ending) throws InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS_TO_KEEP; attempt++) {
            try {
                store.end(run.id(), ending);
                return;
            } catch (StoreAway e) {
                log.atWarn()
                        .addKeyValue("import", run.id())
                        .setCause(e)
                        .log("An import's answer waits for the database");
                Thread.sleep(renewal());
            }
        }
    }

    private Duration renewal() {
        return settings.hold().dividedBy(RENEWALS_PER_HOLD);
    }

    /** As if it had happened in the request itself. */
    static RuntimeException unwrapped(ExecutionException e) throws IOException {
        return switch (e.getCause()) {
            case RuntimeException cause -> cause;
            case IOException cause -> throw cause;
            case Error cause -> throw cause;
            case null, default -> new IllegalStateException(e);
        };
    }
}
