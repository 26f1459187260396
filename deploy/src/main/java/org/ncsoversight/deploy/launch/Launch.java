package org.ncsoversight.deploy.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.deploy.calling.FirstAdministrator;
import org.ncsoversight.deploy.prepare.BackgroundTraining;
import org.ncsoversight.deploy.server.Realm;
import org.ncsoversight.deploy.server.StartRefused;

/** What {@code deploy/start} runs: starts the platform, says where it is, and stops it on Ctrl-C. */
final class Launch {

    /** A second Kafka and MongoDB, and one server at a time. */
    private static final long TRAINING_NEEDS_IN_MIB = 1_000;

    private final long began = System.nanoTime();
    private final Options options;
    private final AtomicReference<@Nullable Platform> started = new AtomicReference<>();
    /** The latest first. */
    private final Deque<AutoCloseable> behind = new ArrayDeque<>();

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
        System.out.print(summary(platform));
        if (!platform.hasDemonstrationPeople() && !platform.administratorIsTold()) {
            // Only now: whoever was interrupted before is told another password at the next start.
            platform.tellAdministrator();
        }
        workBehind(platform);
    }

    /** What a first start need not wait for: the demonstration data, and after it the training. */
    private void workBehind(Platform platform) {
        try {
            if (platform.wantsDemonstration()) {
                var demonstration = Demonstration.begin(platform, this::say);
                endFirst(demonstration);
                demonstration.awaitEnd();
            }
            if (platform.untrained() && !stopping.get()) {
                train();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void train() {
        if (Machine.availableInMib().orElse(TRAINING_NEEDS_IN_MIB) < TRAINING_NEEDS_IN_MIB) {
            say("not trained, so later starts are no quicker: less than " + TRAINING_NEEDS_IN_MIB
                    + " MiB of memory are left");
            return;
        }
        say("training for quicker starts, in the background at the lowest priority");
        endFirst(BackgroundTraining.start(options.root(), this::say));
    }

    /** Ends what works behind the platform before the platform itself. */
    private synchronized void endFirst(AutoCloseable work) {
        if (stopping.get()) {
            close(work);
        } else {
            behind.push(work);
        }
    }

    private synchronized void endWorkBehind() {
        behind.forEach(Launch::close);
        behind.clear();
    }

    private static void close(AutoCloseable work) {
        try {
            work.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e.getMessage());
        }
    }

    /** Runs when the JVM is asked to end, in whatever state it is then. */
    private void stop() {
        stopping.set(true);
        Platform platform = started.get();
        if (platform != null) {
            say("stopping");
            endWorkBehind();
            platform.close();
            DataFolder.pidFile(options.data(), "launcher").delete();
            say("stopped");
        }
        // What a preparation had started.
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private String summary(Platform platform) {
        var text = new StringBuilder();
        text.append("\nNCS Oversight is running at ")
                .append(platform.addresses().publicUrl())
                .append(" (")
                .append(platform.totalResidentInMib())
                .append(" MiB in all)\n\n")
                .append(whoSignsIn(platform));
        text.append("\nLogs  ").append(platform.logs()).append("\nData  ").append(options.data());
        text.append("\nStop  Ctrl-C here, or deploy/stop").append(Stop.optionsFor(options));
        text.append(" elsewhere\n");
        return text.toString();
    }

    private static String whoSignsIn(Platform platform) {
        if (platform.hasDemonstrationPeople()) {
            var text = new StringBuilder("Sign in as\n");
            for (var person : platform.people()) {
                text.append("  %-12s password %-18s %s\n"
                        .formatted(person.username(), person.password(), String.join(", ", person.roles())));
            }
            return text.append("Everybody knows these passwords, and no second factor is required: for demonstrations"
                            + " only.\n")
                    .toString();
        }
        if (platform.administratorIsTold()) {
            return "Sign in as somebody who was invited.\n";
        }
        String password = new FirstAdministrator(
                        platform.addresses().keycloakUrl(),
                        Realm.NAME,
                        platform.secrets().get("KEYCLOAK_ADMIN_PASSWORD"))
                .oneTimePassword();
        return "Sign in as\n  %-12s one-time password %s (shown once, here; then choose your own and a second factor)\n"
                .formatted(FirstAdministrator.USERNAME, password);
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
