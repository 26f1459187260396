package org.ncsoversight.evidence.files.scanning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;

/** A real clamd in a folder of its own, that knows one signature: the harmless test file of EICAR. */
public final class RealClamd implements AutoCloseable {

    public static final String SIGNATURE = "Eicar-Signature.UNOFFICIAL";
    public static final int STREAM_MAX_LENGTH_IN_MEGABYTES = 2;

    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"));
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final int port;
    private final Process process;

    private RealClamd(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** In two halves, so that no scanner takes this source for the thing itself. */
    public static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static RealClamd start() throws IOException {
        return startIn(Files.createTempDirectory("clamd"));
    }

    /** Starts one whose socket is {@link #socketIn} this folder. */
    public static RealClamd startIn(Path folder) throws IOException {
        Path program = requireInstalled();
        int port = freePort();
        Path database = Files.createDirectory(folder.resolve("database"));
        Files.writeString(
                database.resolve("eicar.ndb"),
                "Eicar-Signature:0:*:" + HexFormat.of().formatHex(eicar()) + "\n",
                StandardCharsets.US_ASCII);
        Path settings = folder.resolve("clamd.conf");
        Files.write(settings, settings(folder, database, port));
        var process = new ProcessBuilder(program.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        var clamd = new RealClamd(folder, port, process);
        clamd.awaitReady();
        return clamd;
    }

    /**
     * Where the package is not installed, the calling test is skipped with one line that says so, or fails when the
     * environment says {@code NCS_CLAMD_TESTS=required}.
     */
    public static Path requireInstalled() {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        if (program == null) {
            String missing = "Virus scanner tests need clamd (Debian package clamav-daemon) at one of " + PLACES;
            if ("required".equals(System.getenv("NCS_CLAMD_TESTS"))) {
                throw new IllegalStateException(missing);
            }
            System.out.println("Virus scanner tests skipped: no clamd found at " + PLACES);
            Assumptions.abort(missing);
        }
        return program;
    }

    public static String socketIn(Path folder) {
        return folder.resolve("socket").toString();
    }

    private static List<String> settings(Path folder, Path database, int port) {
        return List.of(
                "Foreground yes",
                "User " + System.getProperty("user.name"),
                "DatabaseDirectory " + database,
                "TemporaryDirectory " + folder,
                "TCPAddr 127.0.0.1",
                "TCPSocket " + port,
                "LocalSocket " + folder.resolve("socket"),
                "StreamMaxLength %dM".formatted(STREAM_MAX_LENGTH_IN_MEGABYTES));
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    public String socket() {
        return socketIn(folder);
    }

    private void awaitReady() throws IOException {
        var limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(folder.resolve("socket")) || !accepts()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                String output = Files.readString(folder.resolve("output"));
                close();
                throw new IllegalStateException("clamd did not start: " + output);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean accepts() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
