package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker in a process of its own that can die and come back with what it had; for tests of what happens then. */
public final class KafkaProcess implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");
    private static final int ANSWERS_WITHIN_SECONDS = 60;

    private final Path folder;
    private final int port;
    private Process process;

    private KafkaProcess(Path folder, int port) throws IOException {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** A new broker with these topics, once it answers. */
    public static KafkaProcess start(String... topics) {
        try {
            Path folder = Files.createTempDirectory("kafka-process");
            int port = freePort();
            Files.writeString(folder.resolve("server.properties"), properties(folder, port, freePort()));
            run(folder, "kafka.tools.StorageTool", "format", "-t", "MkU3OEVBNTcwNTJENDM2Qk", "-c", "server.properties");
            var broker = new KafkaProcess(folder, port);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::kill));
            broker.create(topics);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Like a power cut. */
    public synchronized void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same broker once more, once it answers. */
    public synchronized void comeBack() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        create();
    }

    @Override
    public void close() {
        kill();
    }

    private void create(String... topics) {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "default.api.timeout.ms",
                ANSWERS_WITHIN_SECONDS * 1_000,
                // Or it tries again without a pause, and says so each time.
                "metadata.recovery.strategy",
                "none"))) {
            admin.createTopics(List.of(topics).stream()
                            .map(topic -> new NewTopic(topic, Kafka.PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
            admin.listTopics().names().get(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not answer; see " + folder.resolve("log"), e);
        }
    }

    private Process launch() throws IOException {
        return command(folder, "kafka.Kafka", "server.properties").start();
    }

    private static void run(Path folder, String... arguments) throws IOException {
        Process process = command(folder, arguments).start();
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("Not formatted; see " + folder.resolve("log"));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessBuilder command(Path folder, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private static String properties(Path folder, int port, int controllerPort) {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAINTEXT
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=8388608
            log.index.size.max.bytes=1048576
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            """.formatted(port, controllerPort, folder.resolve("data"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
