package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ncsoversight.deploy.server.Jvm;

/**
 * A training in a process of its own, at the lowest priority. It ends with the process that started it, however that ends:
 * then nobody holds the other end of its input any more.
 */
public final class BackgroundTraining implements AutoCloseable {

    private static final String LOWEST_PRIORITY = "19";
    private static final int ANOTHER_TRAINS = 3;
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process process;
    private volatile boolean closed;

    private BackgroundTraining(Process process) {
        this.process = process;
    }

    /** Begins; says in one line how it ended, unless it was closed before. */
    public static BackgroundTraining start(Path root, Consumer<String> say) {
        Path log = Preparation.folder(root).resolve("training.log");
        List<String> command = List.of(
                // Ctrl-C reaches the launcher alone.
                "setsid",
                "nice",
                "-n",
                LOWEST_PRIORITY,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dncs.root=" + root,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BackgroundTraining.class.getName());
        try {
            var training = new BackgroundTraining(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            var _ = training.process.onExit().thenAccept(ended -> training.ended(ended.exitValue(), log, say));
            return training;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was complete stays. */
    @Override
    public void close() {
        closed = true;
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) {
        Path root = Path.of(System.getProperty("ncs.root", "."));
        Thread.ofPlatform().daemon().name("ends with its starter").start(BackgroundTraining::endWithStarter);
        var jvm = Jvm.with(root.resolve("deploy/processes.properties"));
        var prepared = Preparation.of(root, jvm, System.out::println);
        System.exit(Training.of(root, prepared, jvm, System.out::println) ? 0 : ANOTHER_TRAINS);
    }

    private static void endWithStarter() {
        try {
            while (System.in.read() >= 0) {
                // It has nothing to say.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        System.exit(1);
    }

    private void ended(int exit, Path log, Consumer<String> say) {
        if (!closed && exit != ANOTHER_TRAINS) {
            say.accept(
                    exit == 0
                            ? "trained: later starts take about half the time"
                            : "training failed, later starts are no quicker; see " + log);
        }
    }
}
