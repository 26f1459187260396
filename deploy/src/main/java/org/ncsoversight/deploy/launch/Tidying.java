package org.ncsoversight.deploy.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ncsoversight.deploy.prepare.Folders;
import org.ncsoversight.deploy.server.LogFile;

/** Bounds what grows while a platform runs: logs, and the e-mails that nobody collects. */
final class Tidying implements AutoCloseable {

    static final int MAILS_KEPT = 1_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Path mail;
    private final Supplier<List<LogFile>> logs;
    private final Consumer<String> say;
    private final CountDownLatch ending = new CountDownLatch(1);

    Tidying(Path mail, Supplier<List<LogFile>> logs, Consumer<String> say) {
        this.mail = mail;
        this.logs = logs;
        this.say = say;
    }

    void begin() {
        Thread.ofPlatform().daemon().name("tidying").start(this::run);
    }

    /** Looks once. */
    void tidy() {
        logs.get().forEach(LogFile::bound);
        List<Path> mails = Folders.in(mail);
        if (mails.size() > MAILS_KEPT) {
            mails.stream()
                    .sorted(Comparator.comparingLong((Path one) -> one.toFile().lastModified())
                            .reversed())
                    .skip(MAILS_KEPT)
                    .forEach(Tidying::delete);
        }
    }

    @Override
    public void close() {
        ending.countDown();
    }

    private void run() {
        boolean said = false;
        try {
            while (!ending.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    tidy();
                    said = false;
                } catch (UncheckedIOException e) {
                    if (!said) {
                        say.accept("logs cannot be bounded: " + e.getMessage());
                    }
                    said = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path one) {
        try {
            Files.deleteIfExists(one);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
