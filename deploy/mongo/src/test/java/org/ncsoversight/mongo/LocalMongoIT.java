package org.ncsoversight.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.storage.DiskSpace;

/** Our server does what the platform needs. */
class LocalMongoIT extends ServerSpecification {

    private LocalMongo mongo;

    @Override
    String start(Path file) {
        mongo = LocalMongo.start(
                file,
                new InetSocketAddress(LocalMongo.LOOPBACK, 0),
                Duration.ofMillis(100),
                Limits.ofHeap(Runtime.getRuntime().maxMemory()),
                DiskSpace.around(file));
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
