package org.ncsoversight.evidence.underway;

import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Lets an import go on when its request has waited long enough. Who asks for it says, before it begins, how its end is
 * answered, so that what is answered late is what would have been answered at once.
 */
public class RunImports {

    /** How far it got while somebody waited. */
    public sealed interface Waited<R> {

        record Ended<R>(R result) implements Waited<R> {}

        record UnderWay<R>(ImportRun run) implements Waited<R> {}
    }

    /** What is to be done, and with what; the input is closed when it is over, or when it never began. */
    public record Work<R>(String what, AutoCloseable input, Steps<R> steps, Function<R, ResponseEntity<?>> answer) {}

    /** Does it, and tells how far it is. */
    @FunctionalInterface
    public interface Steps<R> {
        R run(Progress progress) throws IOException;
    }

    private final ImportRunStore store;
    private final WatchRun watch;
    private final ImportRunSettings settings;
    private final Clock clock;
    private final ExecutorService threads;
    private final Semaphore places;

    RunImports(ImportRunStore store, WatchRun watch, ImportRunSettings settings, Clock clock, ExecutorService threads) {
        this.store = store;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.places = new Semaphore(settings.atOnce());
    }

    public <R> Waited<R> run(Caller caller, Work<R> work) throws IOException {
        if (!places.tryAcquire()) {
            close(work.input());
            throw Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "imports-too-many",
                    "Other imports are under way. Try again in a minute");
        }
        var progress = new Progress();
        Future<R> future = threads.submit(doing(work, progress));
        try {
            return new Waited.Ended<>(future.get(settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            var run = begun(caller, work.what(), progress);
            store.begin(run);
            threads.execute(() -> watch.toItsEnd(run, future, progress, work.answer()));
            return new Waited.UnderWay<>(run);
        } catch (ExecutionException e) {
            throw WatchRun.unwrapped(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an import was waited for", e);
        }
    }

    private <R> Callable<R> doing(Work<R> work, Progress progress) {
        return () -> {
            try {
                return work.steps().run(progress);
            } finally {
                places.release();
                close(work.input());
            }
        };
    }

    private ImportRun begun(Caller caller, String what, Progress progress) {
        var now = clock.instant();
        return new ImportRun(
                UUID.randomUUID(),
                caller.organisation().orElseThrow(),
                what,
                caller.person(),
                now,
                now.plus(settings.hold()),
                progress.done(),
                progress.of(),
                null);
    }

    private static void close(AutoCloseable input) throws IOException {
        try {
            input.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
