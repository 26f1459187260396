package org.ncsoversight.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.LocalMongo;
import org.testcontainers.mongodb.MongoDBContainer;

/** One MongoDB for all tests of a JVM, started when first asked for. */
public final class Mongo {

    private static final String IMAGE = "mongo:8";

    private static @Nullable String address;

    private Mongo() {}

    /** A connection string with the name of a database nobody else uses. */
    public static synchronized String uriOfNewDatabase() {
        if (address == null) {
            address = Containers.wanted("mongo") ? startContainer() : startEmbedded();
        }
        return address + "/test-" + UUID.randomUUID();
    }

    private static String startContainer() {
        return Containers.start(new MongoDBContainer(IMAGE).withReplicaSet(), IMAGE)
                .getConnectionString();
    }

    private static String startEmbedded() {
        try {
            return LocalMongo.start(Files.createTempDirectory("mongo").resolve("data.mv"), 0)
                    .uri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
