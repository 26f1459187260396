package org.ncsoversight.deploy.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ncsoversight.deploy.launch.Platform;

/** Kills one process after the other; only the platform's own supervision starts them again. */
final class Killing {

    static final List<String> IN_TURN =
            List.of("criteria", "kafka", "evidence", "gateway", "reporting", "mongo", "feedback", "outcomes");

    private final Platform platform;
    private final Looks looks;
    private final Map<String, List<Double>> awaySeconds = new TreeMap<>();
    private int turn;
    private int kills;

    Killing(Platform platform, Looks looks) {
        this.platform = platform;
        this.looks = looks;
    }

    /** Kills the next one that runs; how long it is away is measured beside. */
    synchronized void next() {
        String name = IN_TURN.get(turn++ % IN_TURN.size());
        if (!platform.ready(name)) {
            return; // Still away from the time before: that is told by its time away.
        }
        long killed = System.nanoTime();
        looks.killed(killed);
        platform.kill(name);
        kills++;
        Thread.ofVirtual().start(() -> awaitBack(name, killed));
    }

    synchronized int kills() {
        return kills;
    }

    /** Seconds from the kill to ready again, by process. */
    synchronized Map<String, List<Double>> away() {
        return new TreeMap<>(awaySeconds);
    }

    private void awaitBack(String name, long killed) {
        try {
            do {
                Thread.sleep(200);
            } while (!platform.ready(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        double seconds = (System.nanoTime() - killed) / 1e9;
        synchronized (this) {
            awaySeconds.computeIfAbsent(name, _ -> new ArrayList<>()).add(seconds);
        }
    }
}
