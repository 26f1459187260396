package org.ncsoversight.apidocs.generating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;

/** For a service's test: whether the document that is checked in still says what the code says. */
public final class ApiDocuments {

    private static final Path CHECKED_IN = Path.of("contracts", "openapi.json");
    private static final Path FRESH = Path.of("target", "openapi.json");

    private ApiDocuments() {}

    /**
     * Fails with the one command that renews the file.
     *
     * @param application starts lazily: nothing is made but what has routes; Kafka and the issuer of tokens are not asked
     * @param settings the address of a database, and whatever else has no default, as on a command line
     */
    public static void compare(Class<?> application, String... settings) {
        String fresh = textOf(application, settings);
        try {
            Files.writeString(FRESH, fresh);
            if (!Files.exists(CHECKED_IN) || !Files.readString(CHECKED_IN).equals(fresh)) {
                throw new AssertionError(
                        "The API changed. Look at the difference, and if it is meant, check the new document in:\n  cp "
                                + FRESH.toAbsolutePath() + " " + CHECKED_IN.toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String textOf(Class<?> application, String... settings) {
        var service = new SpringApplication(application, Generation.class);
        service.setLazyInitialization(true);
        service.setRegisterShutdownHook(false);
        var arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--spring.main.banner-mode=off"));
        arguments.addAll(List.of(settings));
        try (var context = service.run(arguments.toArray(String[]::new))) {
            return context.getBean(GeneratedDocument.class).text();
        }
    }
}
