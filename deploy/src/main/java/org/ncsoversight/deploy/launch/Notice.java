package org.ncsoversight.deploy.launch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What the pages tell everybody who is signed in. It is written again and again, because the gateway shows no old notice:
 * a launcher that was killed takes nothing back.
 */
final class Notice implements AutoCloseable {

    /** The gateway takes a notice for old after a minute. */
    private static final long RENEWAL_IN_SECONDS = 15;

    private final Path file;
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("notice").factory());
    private volatile String text;

    Notice(Path file, String text) {
        this.file = file;
        this.text = text;
        write();
        var _ = renewing.scheduleWithFixedDelay(this::write, RENEWAL_IN_SECONDS, RENEWAL_IN_SECONDS, TimeUnit.SECONDS);
    }

    void say(String now) {
        text = now;
        write();
    }

    /** Takes it back. */
    @Override
    public void close() {
        renewing.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write() {
        try {
            Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(written, file, ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
