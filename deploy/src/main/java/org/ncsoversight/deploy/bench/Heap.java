package org.ncsoversight.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ncsoversight.deploy.launch.Platform;

/** How much of their heaps servers use, asked from outside with the JDK's own tool while something runs. */
final class Heap {

    private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    // Generations only: their spaces (eden, from, to) are parts of them and say "x% used".
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private final Platform platform;
    private final List<String> servers;

    Heap(Platform platform, List<String> servers) {
        this.platform = platform;
        this.servers = servers;
    }

    /** What each server used at most while this ran, in MiB; garbage not yet collected counts too. */
    Map<String, Long> mostInMibDuring(Runnable work) {
        Map<String, Long> most = new LinkedHashMap<>(now());
        var done = new CountDownLatch(1);
        Thread looking = Thread.ofPlatform().start(() -> {
            try {
                while (!done.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    now().forEach((server, mib) -> most.merge(server, mib, Math::max));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            work.run();
        } finally {
            done.countDown();
            join(looking);
        }
        return most;
    }

    /** What one server uses when all garbage is gone, in MiB. */
    long liveInMib(String server) {
        ask(server, "GC.run");
        return usedInMib(server);
    }

    private Map<String, Long> now() {
        Map<String, Long> used = new LinkedHashMap<>();
        servers.forEach(server -> used.put(server, usedInMib(server)));
        return used;
    }

    private long usedInMib(String server) {
        Matcher generation = USED.matcher(ask(server, "GC.heap_info"));
        long kib = 0;
        while (generation.find()) {
            kib += Long.parseLong(generation.group(1));
        }
        return kib / 1024;
    }

    private String ask(String server, String command) {
        try {
            Process process = new ProcessBuilder(JCMD.toString(), "" + platform.pid(server), command)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
