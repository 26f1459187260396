package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One started server. */
public final class RunningServer {

    private static final List<String> PASSED_ON = List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final int LINES_SHOWN = 15;

    private final Server server;
    private final Process process;
    private final Path log;
    private final long started = System.nanoTime();

    private RunningServer(Server server, Process process, Path log) {
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
            Path log = logs.resolve(server.name() + ".log");
            if (Files.exists(log)) {
                Files.move(log, logs.resolve(server.name() + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(server.command());
            var builder = new ProcessBuilder(command)
                    .directory(server.folder().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
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
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!server.ready().getAsBoolean()) {
            if (endsWithin(BETWEEN_LOOKS)) {
                throw new StartRefused(server.name() + " stopped by itself with exit code " + process.exitValue()
                        + " while starting. The last lines of " + log + ":\n" + lastLines());
            }
            if (System.nanoTime() > end) {
                throw new StartRefused(server.name() + " was not ready after " + LONGEST_START.toSeconds()
                        + " s. The last lines of " + log + ":\n" + lastLines());
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

    /** Stops the server as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        endsWithin(Duration.ofSeconds(10));
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

    public Path log() {
        return log;
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

    private String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
