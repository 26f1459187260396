package org.ncsoversight.backing;

import org.testcontainers.containers.GenericContainer;

/** Whether to use real images, and what to say when that does not work. */
final class Containers {

    private Containers() {}

    /** Set by {@code mvn -Pcontainers} for mongo, kafka and keycloak, each of which can be set apart. */
    static boolean wanted(String server) {
        return "containers".equals(System.getProperty("ncs.backing." + server));
    }

    static <C extends GenericContainer<C>> C start(C container, String image) {
        try {
            container.start();
            return container;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "With -Pcontainers the tests need Docker and the image " + image
                            + ", and it could not be started. Without that profile they need neither.",
                    e);
        }
    }
}
