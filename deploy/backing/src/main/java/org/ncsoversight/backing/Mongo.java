package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.ncsoversight.mongo.LocalMongo;

/** One MongoDB for all tests of a JVM, started when first asked for. */
public final class Mongo {

    private static final String ADDRESS = start();

    private Mongo() {}

    /** A connection string with the name of a database nobody else uses. */
    public static String uriOfNewDatabase() {
        return ADDRESS + "/test-" + UUID.randomUUID();
    }

    private static String start() {
        try {
            return LocalMongo.start(Files.createTempDirectory("mongo").resolve("data.mv"), 0)
                    .uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
