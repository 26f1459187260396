package org.ncsoversight.deploy.launch;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ncsoversight.deploy.launch.RestartPolicy.Decision;
import org.ncsoversight.deploy.server.RunningServer;

/** Starts servers again that died, each by a policy of its own, and says each death in one line. */
final class Supervision implements AutoCloseable {

    private static final int KILLED = 128 + 9;

    private final InstantSource clock;
    private final Consumer<String> say;
    private final CountDownLatch ending = new CountDownLatch(1);
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    Supervision(InstantSource clock, Consumer<String> say) {
        this.clock = clock;
        this.say = say;
    }

    /**
     * Keeps a server running from now on; asking twice is fine.
     *
     * @param again starts it anew
     * @param ready waits until it works
     */
    void keep(RunningServer server, Supplier<RunningServer> again, Runnable ready) {
        if (kept.add(server.name())) {
            Thread.ofVirtual()
                    .name("keeps " + server.name())
                    .start(() -> keep(server, again, ready, new RestartPolicy(clock)));
        }
    }

    /** From now on what ends has been ended on purpose. */
    @Override
    public void close() {
        ending.countDown();
    }

    private void keep(RunningServer first, Supplier<RunningServer> again, Runnable ready, RestartPolicy policy) {
        RunningServer server = first;
        while (true) {
            int exit = server.onExit().join().exitValue();
            if (ended()) {
                return;
            }
            switch (policy.died()) {
                case Decision.GiveUp(int deaths) -> {
                    say.accept(
                            "%-10s %s; died %d times within %d minutes, not started again. Stop with Ctrl-C and see why. The last lines of %s:%n%s"
                                    .formatted(
                                            server.name(),
                                            ending(exit),
                                            deaths,
                                            RestartPolicy.WITHIN.toMinutes(),
                                            server.log().path(),
                                            server.lastLines()));
                    return;
                }
                case Decision.StartAgain(var pause, int deaths) -> {
                    say.accept("%-10s %s (%d of %d deaths in %d minutes); starting it again in %d s"
                            .formatted(
                                    server.name(),
                                    ending(exit),
                                    deaths,
                                    RestartPolicy.DEATHS,
                                    RestartPolicy.WITHIN.toMinutes(),
                                    pause.toSeconds()));
                    if (endsWithin(pause.toMillis())) {
                        return;
                    }
                }
            }
            server = startAgain(server, again, ready);
        }
    }

    /** One that does not get ready is ended, which is its next death. */
    private RunningServer startAgain(RunningServer dead, Supplier<RunningServer> again, Runnable ready) {
        RunningServer server = dead;
        try {
            server = again.get();
            ready.run();
        } catch (RuntimeException e) {
            if (!ended()) {
                say.accept("%-10s did not get ready: %s".formatted(server.name(), firstLine(e)));
                server.kill();
            }
        }
        return server;
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String ending(int exit) {
        return exit == KILLED ? "was killed" : "ended by itself with exit code " + exit;
    }

    private boolean ended() {
        return ending.getCount() == 0;
    }

    private boolean endsWithin(long millis) {
        try {
            return ending.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
