package org.ncsoversight.deploy.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers a process in a file, well enough never to take another process with the same number for it. */
record PidFile(Path file, String mark) {

    /** Start times are computed from ticks since boot and may differ a little from one look to the next. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, process.pid() + "\n" + startOf(process).toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs: same number, same start, and our mark among its arguments. */
    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() != 2) {
                return Optional.empty();
            }
            Instant start = Instant.ofEpochMilli(Long.parseLong(lines.get(1)));
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .filter(ProcessHandle::isAlive)
                    .filter(process ->
                            Duration.between(startOf(process), start).abs().compareTo(CLOCKS_DIFFER) < 0)
                    .filter(this::marked);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Linux keeps the arguments of each process here, each ended by a zero; the JDK shows the first 4,096 bytes only. */
    private boolean marked(ProcessHandle process) {
        try {
            byte[] arguments = Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline"));
            return new String(arguments, StandardCharsets.UTF_8).contains("\0" + mark + "\0");
        } catch (IOException e) {
            return false;
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
