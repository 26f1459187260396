package org.ncsoversight.deploy.prepare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
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
 */
final class Training implements AutoCloseable {

    /** Written when a server was trained, with or without success: a failure is not repeated at every start. */
    private static final String DONE = "trained";

    private static final Duration TO_WRITE_THE_CACHE = Duration.ofMinutes(2);

    private final Path scratch;
    private final Prepared prepared;
    private final Servers making;
    private final Servers using;
    private final ConcurrentLinkedDeque<RunningServer> running = new ConcurrentLinkedDeque<>();

    Training(Path root, Path scratch, Prepared prepared, Jvm jvm) {
        this.scratch = scratch;
        this.prepared = prepared;
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

    static boolean missing(Path home) {
        return Files.notExists(home.resolve(DONE));
    }

    /** Kafka and MongoDB, which services need to start; trained themselves when that is still to be done. */
    void surroundings() {
        Servers servers = missing(prepared.libraries()) ? making : using;
        Command.run(
                "Formatting Kafka's folder",
                prepared.libraries(),
                scratch.resolve("kafka-format.log"),
                Map.of(),
                using.formatKafka());
        RunningServer kafka = start(servers, "kafka");
        RunningServer mongo = start(servers, "mongo");
        kafka.awaitReady();
        mongo.awaitReady();
        Topics.read(making.deploy().resolve("kafka/topics.yaml"))
                .createAt(making.addresses().kafka());
    }

    void service(String name) {
        RunningServer server = startOf(name, prepared.service(name));
        for (String path : List.of("/", "/api/" + name)) {
            ask(making.addresses().http(name) + path);
        }
        end(server, prepared.service(name));
    }

    void keycloak() {
        RunningServer server = startOf("keycloak", prepared.keycloak());
        ask(making.addresses().http("keycloak") + "/realms/master/.well-known/openid-configuration");
        end(server, prepared.keycloak());
    }

    /** Stops Kafka and MongoDB and so ends their training. */
    void finish() {
        boolean trained = missing(prepared.libraries());
        for (RunningServer server : List.copyOf(running).reversed()) {
            running.remove(server);
            if (trained) {
                end(server, prepared.libraries());
            } else {
                server.stop(Duration.ofSeconds(20));
            }
        }
    }

    @Override
    public void close() {
        running.forEach(RunningServer::kill);
        Folders.delete(scratch);
    }

    /** A server that is ready; one that does not get so is not tried again. */
    private RunningServer startOf(String name, Path home) {
        RunningServer server = start(making, name);
        try {
            server.awaitReady();
            return server;
        } catch (StartRefused e) {
            server.kill();
            running.remove(server);
            keepLog(server, home);
            throw e;
        }
    }

    private RunningServer start(Servers servers, String name) {
        var server = RunningServer.start(servers.server(name), scratch);
        running.add(server);
        return server;
    }

    /** Whatever the answer, its classes are loaded now. */
    private static void ask(String url) {
        boolean _ = Readiness.answers(url).getAsBoolean();
    }

    private void end(RunningServer server, Path home) {
        server.stop(TO_WRITE_THE_CACHE);
        running.remove(server);
        String log = keepLog(server, home);
        if (log.contains("[error][aot") || !log.contains("AOTCache creation is complete")) {
            throw new StartRefused("no cache was written");
        }
    }

    private static String keepLog(RunningServer server, Path home) {
        try {
            Path kept = home.resolve("training-" + server.name() + ".log");
            Files.copy(server.log().path(), kept, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(home.resolve(DONE), "");
            return new String(Files.readAllBytes(kept), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
