package org.ncsoversight.deploy.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.StartRefused;

/** What {@code deploy/start} runs: starts the platform, says where it is, and stops it on Ctrl-C. */
final class Launch {

    private static final String DEMO = "org.ncsoversight.deploy.demo.DemoData";

    private final long began = System.nanoTime();
    private final Options options;

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
            new Launch(Options.parse(Path.of(System.getProperty("ncs.root", ".")), words)).run();
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void run() {
        Platform platform = Platform.prepare(options, this::say);
        PidFile self = DataFolder.pidFile(options.data(), "launcher");
        self.write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println();
            say("stopping");
            platform.close();
            self.delete();
            say("stopped");
        }));
        platform.start();
        if (platform.wantsDemonstration()) {
            loadDemonstration(platform);
        }
        System.out.print(summary(platform));
        platform.watch(this::say);
        awaitCtrlC();
    }

    private void loadDemonstration(Platform platform) {
        if (Launch.class.getClassLoader().getResource(DEMO.replace('.', '/') + ".class") == null) {
            return;
        }
        say("loading the demonstration data");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Servers.mark(options.data()),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DEMO)
                .inheritIO();
        builder.environment().put("PUBLIC_URL", platform.addresses().publicUrl().toString());
        builder.environment()
                .put("KEYCLOAK_URL", platform.addresses().keycloakUrl().toString());
        builder.environment().put("KEYCLOAK_ADMIN_USERNAME", "admin");
        builder.environment().put("KEYCLOAK_ADMIN_PASSWORD", platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD"));
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new StartRefused("Loading the demonstration data failed with exit code " + exit
                        + "; see above, or start with --no-demo.");
            }
            platform.demonstrationIsLoaded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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

    private static void awaitCtrlC() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
