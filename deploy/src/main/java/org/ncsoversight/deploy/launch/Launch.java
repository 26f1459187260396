package org.ncsoversight.deploy.launch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.calling.MachineAccounts;
import org.ncsoversight.deploy.calling.PlatformApi;
import org.ncsoversight.deploy.demo.DemoData;
import org.ncsoversight.deploy.server.Realm;
import org.ncsoversight.deploy.server.StartRefused;

/** What {@code deploy/start} runs: starts the platform, says where it is, and stops it on Ctrl-C. */
final class Launch {

    private final long began = System.nanoTime();
    private final Options options;
    private final AtomicReference<@Nullable Platform> started = new AtomicReference<>();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Launch(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.contains("--help")) {
            System.out.print(Options.HELP);
            return;
        }
        try {
            var launch = new Launch(Options.parse(Path.of(System.getProperty("ncs.root", ".")), words));
            Runtime.getRuntime().addShutdownHook(new Thread(launch::stop));
            launch.run();
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        try {
            Platform platform = Platform.prepare(options, this::say);
            started.set(platform);
            DataFolder.pidFile(options.data(), "launcher").write(ProcessHandle.current());
            run(platform);
        } catch (RuntimeException e) {
            if (!stopping.get()) {
                throw e;
            }
            // What was being started was stopped: Ctrl-C, no failure.
        }
        awaitEnd();
    }

    private void run(Platform platform) {
        platform.supervise();
        platform.start();
        if (platform.wantsDemonstration()) {
            loadDemonstration(platform);
        }
        System.out.print(summary(platform));
    }

    /** Runs when the JVM is asked to end, in whatever state it is then. */
    private void stop() {
        stopping.set(true);
        Platform platform = started.get();
        if (platform != null) {
            say("stopping");
            platform.close();
            DataFolder.pidFile(options.data(), "launcher").delete();
            say("stopped");
        }
        // What a preparation had started.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private void loadDemonstration(Platform platform) {
        say("loading the demonstration data");
        var addresses = platform.addresses();
        String adminPassword = platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD");
        try (var accounts = new MachineAccounts(addresses.keycloakUrl(), Realm.NAME, adminPassword)) {
            var api = new PlatformApi(addresses.publicUrl());
            new DemoData(api, accounts, LocalDate.now(ZoneOffset.UTC), DemoData.MONTHS).load(System.out);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new StartRefused(
                    "The demonstration data could not be loaded (" + e.getMessage() + "); look into the logs in "
                            + platform.logs() + ", or start with --no-demo.",
                    e);
        }
        platform.demonstrationIsLoaded();
    }

    private String summary(Platform platform) {
        var text = new StringBuilder();
        text.append("\nNCS Oversight is running at ")
                .append(platform.addresses().publicUrl())
                .append(" (")
                .append(platform.totalResidentInMib())
                .append(" MiB in all)\n\nSign in as\n");
        for (var person : platform.people()) {
            text.append("  %-12s password %-18s %s\n"
                    .formatted(person.username(), person.password(), String.join(", ", person.roles())));
        }
        text.append("\nLogs  ").append(platform.logs()).append("\nData  ").append(options.data());
        text.append("\nStop  Ctrl-C here, or deploy/stop").append(Stop.optionsFor(options));
        text.append(" elsewhere\n");
        return text.toString();
    }

    private void say(String line) {
        System.out.println("%6.1f s  %s".formatted((System.nanoTime() - began) / 1e9, line));
    }

    private static void awaitEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
