package org.ncsoversight.deploy.server;

import java.nio.file.Path;
import java.util.Map;

/** The folders that servers are started from: the libraries of Kafka and MongoDB, Keycloak, and each service by name. */
public record Prepared(Path libraries, Path keycloak, Map<String, Path> services) {

    /** The folder of a service. */
    public Path service(String name) {
        Path folder = services.get(name);
        if (folder == null) {
            throw new IllegalArgumentException("no service is called " + name);
        }
        return folder;
    }

    /** The cache of a server's loaded and linked classes, which need not be there. */
    public Path cache(String server) {
        return switch (server) {
            case "kafka", "mongo" -> libraries.resolve(server + ".aot");
            case "keycloak" -> keycloak.resolve("keycloak.aot");
            default -> service(server).resolve("app.aot");
        };
    }
}
