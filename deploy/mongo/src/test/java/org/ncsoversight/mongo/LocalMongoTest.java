package org.ncsoversight.mongo;

import java.nio.file.Path;
import java.time.Duration;

/** Our server does what the platform needs. */
class LocalMongoTest extends ServerSpecification {

    private LocalMongo mongo;

    @Override
    String start(Path file) {
        mongo = LocalMongo.start(file, 0, Duration.ofMillis(100));
        return mongo.uri();
    }

    @Override
    void stop() {
        mongo.close();
    }

    @Override
    Class<?> main() {
        return LocalMongoServer.class;
    }
}
