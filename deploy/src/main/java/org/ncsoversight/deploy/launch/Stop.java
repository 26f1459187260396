package org.ncsoversight.deploy.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ncsoversight.deploy.server.StartRefused;

/** Stops a platform left running; only processes that its data folder remembers and that prove to be the same. */
final class Stop {

    /** Two stages, one after the other, and what the launcher does around them. */
    private static final Duration LAUNCHER_GRACE =
            Platform.GRACE.multipliedBy(2).plusSeconds(30);

    /** The launcher first, for it stops the others in order; then who faces people; stores last. */
    private static final List<String> ORDER = List.of(
            "launcher",
            "gateway",
            "reporting",
            "outcomes",
            "feedback",
            "evidence",
            "criteria",
            "keycloak",
            "mongo",
            "kafka");

    private Stop() {}

    public static void main(String[] arguments) {
        try {
            Path root = Path.of(System.getProperty("ncs.root", "."));
            System.exit(stop(Options.parse(root, List.of(arguments)).data()));
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** How many processes could not be stopped. */
    static int stop(Path data) {
        if (DataFolder.running(data).isEmpty()) {
            System.out.println("Nothing is running on " + data + ".");
            return 0;
        }
        int left = 0;
        for (String name : ORDER) {
            PidFile file = DataFolder.pidFile(data, name);
            Optional<ProcessHandle> process = file.process();
            if (process.isPresent()) {
                boolean ended = end(process.get(), name.equals("launcher") ? LAUNCHER_GRACE : Platform.GRACE);
                System.out.println(name + (ended ? " stopped" : " did not stop") + " (process "
                        + process.get().pid() + ")");
                left += ended ? 0 : 1;
            }
            file.delete();
        }
        return left;
    }

    static String optionsFor(Options options) {
        return options.data().equals(Options.at(options.root()).data()) ? "" : " --data " + options.data();
    }

    private static boolean end(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!endsWithin(process, grace)) {
            process.destroyForcibly();
        }
        return endsWithin(process, Platform.GRACE);
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
