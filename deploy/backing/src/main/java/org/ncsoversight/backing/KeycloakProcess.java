package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak from an unpacked distribution, on a copy of it, because the first start rewrites its own files. */
final class KeycloakProcess {

    /** Quick to start and small; of the whole set, because the script's own and these exclude each other. */
    private static final String FLAGS = "-Xms64m -Xmx320m -XX:MaxMetaspaceSize=256m -XX:+UseSerialGC"
            + " -XX:TieredStopAtLevel=1 -Xss512k -Dfile.encoding=UTF-8 -Djava.security.egd=file:/dev/urandom"
            + " --enable-native-access=ALL-UNNAMED";

    private KeycloakProcess() {}

    /**
     * Its address, once it has imported the realms and listens.
     *
     * @param shipped the file beside which the theme and the common passwords lie
     */
    static String start(List<Path> realms, Path shipped) {
        String home = System.getProperty("ncs.keycloak.home");
        if (home == null) {
            throw new IllegalStateException("Keycloak is needed: either -Dncs.keycloak.home=<folder of the unpacked"
                    + " org.keycloak:keycloak-quarkus-dist>, or -Pcontainers and Docker.");
        }
        try {
            return start(realms, shipped, Path.of(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(List<Path> realms, Path shipped, Path home) throws IOException {
        Path copy = Files.createTempDirectory("keycloak");
        copyTree(home, copy);
        copyTree(shipped.resolveSibling("theme"), copy.resolve("themes"));
        Files.copy(Guard.jar(), copy.resolve("providers/keycloak-guard.jar"));
        Files.createDirectories(copy.resolve("data/password-blacklists"));
        Files.copy(
                shipped.resolveSibling("common-passwords.txt"),
                copy.resolve("data/password-blacklists/common-passwords.txt"));
        Files.createDirectories(copy.resolve("data/import"));
        for (Path realm : realms) {
            Files.copy(realm, copy.resolve("data/import").resolve(realm.getFileName()));
        }

        int port = freePort();
        var command = new ProcessBuilder(
                        copy.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS", FLAGS);
        Process process = command.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        awaitListening(process, home);
        return "http://127.0.0.1:" + port;
    }

    private static void awaitListening(Process process, Path home) throws IOException {
        var output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Listening on:")) {
                // Or Keycloak stands still as soon as nobody takes what it says.
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("Keycloak in " + home + " did not start:\n" + said);
    }

    /** The script waits for the Java process it has started, so that one goes first. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
