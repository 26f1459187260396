package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One started server. */
public final class RunningServer {

    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");
    /** What a server writes is its owner's alone; the shell gives way to the server, which keeps its number. */
    private static final List<String> IN_ITS_OWN_SESSION =
            List.of("setsid", "sh", "-c", "umask 077; exec \"$@\"", "server");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int LINES_SHOWN = 15;

    private final Server server;
    private final Process process;
    private final LogFile log;
    private final long started = System.nanoTime();

    private RunningServer(Server server, Process process, LogFile log) {
        this.server = server;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a server in a session of its own, so that Ctrl-C reaches the launcher alone and the launcher decides the order
     * of stopping.
     */
    public static RunningServer start(Server server, Path logs) {
        try {
            var log = new LogFile(logs, server.name());
            log.begin();
            List<String> command = new ArrayList<>(IN_ITS_OWN_SESSION);
            command.addAll(server.command());
            var builder = new ProcessBuilder(command)
                    .directory(server.folder().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    // Appending: after the file was emptied the next line is its first.
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
            Map<String, String> environment = builder.environment();
            environment.keySet().retainAll(PASSED_ON);
            environment.putAll(server.environment());
            return new RunningServer(server, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the server is ready to work. */
    public void awaitReady() {
        awaitReady(line -> {});
    }

    /** Waits until the server is ready to work, and says when that takes long. */
    public void awaitReady(Consumer<String> say) {
        var patience = new Patience();
        while (!server.ready().getAsBoolean()) {
            if (endsWithin(BETWEEN_LOOKS)) {
                throw new StartRefused(server.name() + " stopped by itself with exit code " + process.exitValue()
                        + " while starting. The last lines of " + log.path() + ":\n" + lastLines());
            }
            switch (patience.look(age(), log.size(), work())) {
                case Patience.Verdict.Wait() -> {
                    // It makes progress, and nobody needs to hear of it yet.
                }
                case Patience.Verdict.Say(var what) ->
                    say.accept("%-10s %s; its log is %s".formatted(server.name(), what, log.path()));
                case Patience.Verdict.GiveUp(var why) ->
                    throw new StartRefused(
                            server.name() + " " + why + ". The last lines of " + log.path() + ":\n" + lastLines());
            }
        }
    }

    /** Asks the server to stop, and makes it stop when it does not within the time given. */
    public void stop(Duration grace) {
        process.destroy();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Asks the server to stop without waiting. */
    public void askToStop() {
        process.destroy();
    }

    /** Stops the server as a power cut would, and what it had started. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(Duration.ofSeconds(10));
    }

    /** Whether it would be said to be ready now. */
    public boolean ready() {
        return alive() && server.ready().getAsBoolean();
    }

    public boolean alive() {
        return process.isAlive();
    }

    public String name() {
        return server.name();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** How long ago it was started. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    public LogFile log() {
        return log;
    }

    public String lastLines() {
        return log.lastLines(LINES_SHOWN);
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** Waits for the end; false when the time is over before. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + server.name(), e);
        }
    }

    private Duration work() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
