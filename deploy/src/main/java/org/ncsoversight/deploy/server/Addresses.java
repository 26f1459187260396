package org.ncsoversight.deploy.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Which port each server listens on; the only place that knows the numbers. */
public record Addresses(Map<String, Integer> ports) {

    public static final int LARGEST_OFFSET = 30_000;

    /** How far from its own port each service and the gateway answer those who run the platform. */
    private static final int MANAGEMENT_BESIDE = 1_000;

    private static final int LOWEST_LEFT_TO_OTHERS = 28_000;
    private static final int HIGHEST = 65_535;

    private static final Map<String, Integer> USUAL = usual();

    /** The usual ports, each moved by an offset. */
    public static Addresses movedBy(int offset) {
        Map<String, Integer> moved = new LinkedHashMap<>(USUAL);
        moved.replaceAll((name, port) -> port + offset);
        return new Addresses(moved);
    }

    /** Ports nobody listens on just now. */
    public static Addresses free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<String, Integer> free = new LinkedHashMap<>();
            for (String name : USUAL.keySet()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                free.put(name, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return new Addresses(free);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port of a server, or of a second listener such as {@code keycloak management}. */
    public int port(String name) {
        Integer port = ports.get(name);
        if (port == null) {
            throw new IllegalArgumentException("no port for " + name);
        }
        return port;
    }

    /** The name of the port on which a service or the gateway tells how it does. */
    public static String management(String name) {
        return name + " management";
    }

    /** Where people go. */
    public URI publicUrl() {
        return URI.create("http://localhost:" + port("gateway"));
    }

    /** Where Keycloak sends people to sign in. */
    public URI keycloakUrl() {
        return URI.create("http://localhost:" + port("keycloak"));
    }

    public String kafka() {
        return "127.0.0.1:" + port("kafka");
    }

    public String mongo() {
        return "mongodb://127.0.0.1:" + port("mongo");
    }

    /** A server's address on the loopback interface. */
    public String http(String name) {
        return "http://127.0.0.1:" + port(name);
    }

    /** The longest stretch of ports on which no server of ours listens, as 28000-65535. */
    public String portsLeftToOthers() {
        int first = LOWEST_LEFT_TO_OTHERS;
        int bestFirst = first;
        int bestLast = first;
        var ends = new TreeSet<>(ports.values());
        ends.add(HIGHEST + 1);
        for (int port : ends.tailSet(first)) {
            if (port - 1 - first > bestLast - bestFirst) {
                bestFirst = first;
                bestLast = port - 1;
            }
            first = port + 1;
        }
        return bestFirst + "-" + bestLast;
    }

    private static Map<String, Integer> usual() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("gateway", 8080);
        ports.put("criteria", 8081);
        ports.put("evidence", 8082);
        ports.put("feedback", 8083);
        ports.put("outcomes", 8084);
        ports.put("reporting", 8085);
        for (String name : Servers.SERVICES) {
            ports.put(management(name), Objects.requireNonNull(ports.get(name)) + MANAGEMENT_BESIDE);
        }
        ports.put("keycloak", 8180);
        ports.put("keycloak management", 8190);
        ports.put("kafka", 9092);
        ports.put("kafka controller", 9093);
        ports.put("mongo", 27017);
        return ports;
    }
}
