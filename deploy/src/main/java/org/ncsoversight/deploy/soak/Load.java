package org.ncsoversight.deploy.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** People and machines at work at the same time, each doing the same again and again until told to stop. */
final class Load {

    /** One round of somebody's work. */
    interface Round {

        void run() throws IOException, InterruptedException;
    }

    private final CountDownLatch ending = new CountDownLatch(1);
    private final List<Thread> working = new ArrayList<>();
    private final Map<String, AtomicLong> unexpected = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> rounds = new ConcurrentHashMap<>();

    /** Begins somebody's work, a pause after each round. */
    void begin(String who, Duration pause, Round round) {
        every(who, Duration.ZERO, pause, round);
    }

    /** The same, but the first round comes after the first pause. */
    void beginAfter(String who, Duration pause, Round round) {
        every(who, pause, pause, round);
    }

    private void every(String who, Duration first, Duration pause, Round round) {
        working.add(Thread.ofVirtual().name(who).start(() -> {
            Duration next = first;
            while (!endsWithin(next)) {
                run(who, round);
                next = pause;
            }
        }));
    }

    private void run(String who, Round round) {
        try {
            round.run();
            count(rounds, who);
        } catch (IOException | UncheckedIOException e) {
            // Not answered: somebody was killed. Pages that did not come are counted where they are measured.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            unexpected(who + ": " + e.getMessage());
        }
    }

    boolean ended() {
        return ending.getCount() == 0;
    }

    /** What is under way is finished. */
    void end(Duration patience) throws InterruptedException {
        ending.countDown();
        long until = System.nanoTime() + patience.toNanos();
        for (Thread one : working) {
            if (!one.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())))) {
                count(unexpected, one.getName() + ": did not finish within " + patience.toMinutes() + " minutes");
                one.interrupt();
            }
        }
    }

    boolean endsWithin(Duration time) {
        try {
            return ending.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void unexpected(String what) {
        count(unexpected, shortened(what));
    }

    Map<String, AtomicLong> unexpected() {
        return unexpected;
    }

    Map<String, AtomicLong> rounds() {
        return rounds;
    }

    private static void count(Map<String, AtomicLong> counts, String what) {
        counts.computeIfAbsent(what, _ -> new AtomicLong()).incrementAndGet();
    }

    /** Without what differs from one to the next. */
    private static String shortened(String message) {
        String same = message.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
        return same.substring(0, Math.min(200, same.length()));
    }
}
