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
}
