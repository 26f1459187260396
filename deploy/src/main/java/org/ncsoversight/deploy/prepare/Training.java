package org.ncsoversight.deploy.prepare;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ncsoversight.deploy.server.Addresses;
import org.ncsoversight.deploy.server.Jvm;
import org.ncsoversight.deploy.server.Jvm.Cache;
import org.ncsoversight.deploy.server.Prepared;
import org.ncsoversight.deploy.server.Readiness;
import org.ncsoversight.deploy.server.RunningServer;
import org.ncsoversight.deploy.server.Secrets;
import org.ncsoversight.deploy.server.Servers;
import org.ncsoversight.deploy.server.StartRefused;
import org.ncsoversight.deploy.server.Topics;

/**
 * Runs each server once, on ports and data of its own, so that its JVM can write down the classes it loaded and linked;
 * with that cache later starts take about half the time.
 *
 * <p>A cache gets its name when it is complete. Whatever ends a training early leaves what was complete before and nothing
 * half; the next one goes on with the rest.
 */
public final class Training implements AutoCloseable {

    private static final List<String> SURROUNDINGS = List.of("kafka", "mongo");
    private static final Duration TO_WRITE_THE_CACHE = Duration.ofMinutes(5);

    private final Path scratch;
    private final Prepared prepared;
    private final Servers making;
    private final Servers using;
    private final Consumer<String> say;
    private final List<RunningServer> running = new ArrayList<>();
    private boolean closed;

    private Training(Path root, Prepared prepared, Jvm jvm, Consumer<String> say) {
        this.scratch = Preparation.folder(root).resolve("training");
        this.prepared = prepared;
        this.say = say;
        Folders.delete(scratch);
        try {
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var secrets = Secrets.in(scratch.resolve("secrets.properties"));
        var addresses = Addresses.free();
        Path deploy = root.resolve("deploy");
        this.making = new Servers(deploy, scratch, addresses, secrets, prepared, jvm, Cache.MADE);
        this.using = new Servers(deploy, scratch, addresses, secrets, prepared, jvm, Cache.USED);
    }

    /** Whether some server was not trained yet. */
    public static boolean missing(Prepared prepared) {
        return servers().anyMatch(server -> missing(prepared, server));
    }

    /** Trains what was not trained; false when another process is doing so. */
    public static boolean of(Path root, Prepared prepared, Jvm jvm, Consumer<String> say) {
        Path lock = Preparation.folder(root).resolve("training.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            if (held == null) {
                return false;
            }
            endLeftovers(Servers.mark(Preparation.folder(root).resolve("training")));
            try (var training = new Training(root, prepared, jvm, say)) {
                Runtime.getRuntime().addShutdownHook(new Thread(training::close));
                training.train();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(RunningServer::kill);
        running.clear();
        servers().map(prepared::cache).map(Jvm::unfinished).forEach(Training::deleteUnfinished);
        Folders.delete(scratch);
    }

    private static Stream<String> servers() {
        return Stream.of(Servers.SERVICES, List.of("keycloak"), SURROUNDINGS).flatMap(List::stream);
    }

    private static boolean missing(Prepared prepared, String server) {
        return Files.notExists(mark(prepared, server));
    }

    /** Written when a server was trained, with or without success: a failure is not repeated at every start. */
    private static Path mark(Prepared prepared, String server) {
        return prepared.cache(server).resolveSibling(server + ".trained");
    }

    /** A training that was killed could not end what it had started. */
    private static void endLeftovers(String mark) {
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            try {
                String arguments =
                        Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
                if (arguments.contains("\0" + mark + "\0")) {
                    process.destroyForcibly();
                    process.onExit().join();
                }
            } catch (IOException e) {
                // It ended meanwhile, or is another user's.
            }
        }
    }

    /** One after the other: whoever uses the machine meanwhile comes first. */
    private void train() {
        surroundings();
        for (String service : Servers.SERVICES) {
            unlessDone(service, () -> train(service, "/", "/api/" + service));
        }
        unlessDone("keycloak", () -> train("keycloak", "/realms/master/.well-known/openid-configuration"));
        for (RunningServer server : surrounding()) {
            if (missing(prepared, server.name())) {
                timed(server.name(), () -> end(server));
            }
        }
    }

    private void unlessDone(String server, Runnable training) {
        if (missing(prepared, server)) {
            timed(server, training);
        }
    }

    /** Without its cache a server is slower to start, nothing worse. */
    private void timed(String server, Runnable training) {
        long start = System.nanoTime();
        try {
            training.run();
            say.accept("  %-26s %5.1f s".formatted(server + " trained", (System.nanoTime() - start) / 1e9));
        } catch (StartRefused e) {
            say.accept("  %-26s not trained, starts slower: %s".formatted(server, e.getMessage()));
        }
    }

    /** Kafka and MongoDB, which services need to start; trained themselves when that is still to be done. */
    private void surroundings() {
        Command.run(
                "Formatting Kafka's folder",
                prepared.libraries(),
                scratch.resolve("kafka-format.log"),
                Map.of(),
                using.formatKafka());
        SURROUNDINGS.forEach(this::start);
        surrounding().forEach(RunningServer::awaitReady);
        Topics.read(making.deploy().resolve("kafka/topics.yaml"))
                .createAt(making.addresses().kafka());
    }

    private synchronized List<RunningServer> surrounding() {
        return running.stream()
                .filter(server -> SURROUNDINGS.contains(server.name()))
                .toList();
    }

    private void train(String server, String... paths) {
        RunningServer started = start(server);
        try {
            started.awaitReady();
        } catch (StartRefused e) {
            started.kill();
            boolean _ = done(started);
            throw e;
        }
        for (String path : paths) {
            // Whatever the answer, its classes are loaded now.
            boolean _ =
                    Readiness.answers(making.addresses().http(server) + path).getAsBoolean();
        }
        end(started);
    }

    private synchronized RunningServer start(String name) {
        if (closed) {
            throw new IllegalStateException("The training was ended");
        }
        deleteUnfinished(Jvm.unfinished(prepared.cache(name)));
        Servers servers = missing(prepared, name) ? making : using;
        var server = RunningServer.start(servers.server(name), scratch);
        running.add(server);
        return server;
    }

    /** Stops a server, which makes it write its cache. */
    private void end(RunningServer server) {
        server.stop(TO_WRITE_THE_CACHE);
        if (!done(server)) {
            throw new StartRefused("no cache was written");
        }
    }

    /** Whether there is a cache now. */
    private synchronized boolean done(RunningServer server) {
        if (closed) {
            throw new IllegalStateException("The training was ended");
        }
        running.remove(server);
        Path cache = prepared.cache(server.name());
        try {
            Path kept = cache.resolveSibling("training-" + server.name() + ".log");
            Files.copy(server.log().path(), kept, REPLACE_EXISTING);
            String log = new String(Files.readAllBytes(kept), StandardCharsets.UTF_8);
            boolean complete = log.contains("AOTCache creation is complete") && !log.contains("[error][aot");
            if (complete) {
                Files.move(Jvm.unfinished(cache), cache, ATOMIC_MOVE);
            }
            Files.writeString(mark(prepared, server.name()), "");
            return complete;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what the JVM puts beside it meanwhile. */
    private static void deleteUnfinished(Path cache) {
        try {
            Files.deleteIfExists(cache);
            Files.deleteIfExists(cache.resolveSibling(cache.getFileName() + ".config"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
