package org.ncsoversight.deploy.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.deploy.server.Addresses;
import org.ncsoversight.deploy.server.StartRefused;

/** What this machine must have before anything is started: free ports and memory. */
final class Machine {

    private static final Path PROC = Path.of("/proc");

    private Machine() {}

    static void refuseTakenPorts(Addresses addresses) {
        addresses.ports().forEach((name, port) -> {
            if (taken(port)) {
                throw new StartRefused("Port " + port + " (" + name + ") is taken"
                        + listener(port).map(who -> " by " + who).orElse("")
                        + "; stop that, or start with --port-offset 2000 and --data another/folder.");
            }
        });
    }

    static void refuseLittleMemory(long neededInMib) {
        availableInMib().filter(available -> available < neededInMib).ifPresent(available -> {
            throw new StartRefused("Too little memory: " + available + " MiB are available, the platform needs "
                    + neededInMib + " MiB; close other programs, or lower what deploy/processes.properties asks for.");
        });
    }

    /** Resident memory of a process. */
    static long residentInMib(long pid) {
        return valueInMib(PROC.resolve(pid + "/status"), "VmRSS:").orElse(0L);
    }

    static Optional<Long> availableInMib() {
        return valueInMib(PROC.resolve("meminfo"), "MemAvailable:");
    }

    private static Optional<Long> valueInMib(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Who listens on a port, as far as this user may see it. */
    private static Optional<String> listener(int port) {
        Set<String> sockets = List.of("tcp", "tcp6").stream()
                .flatMap(table -> lines(PROC.resolve("net").resolve(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals("0A"))
                .filter(fields -> fields[1].endsWith(":%04X".formatted(port).toUpperCase(Locale.ROOT)))
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .filter(process -> opened(process.pid(), sockets))
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""))
                .findFirst();
    }

    private static boolean opened(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(PROC.resolve(pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // Another user's process, or one that just ended.
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
