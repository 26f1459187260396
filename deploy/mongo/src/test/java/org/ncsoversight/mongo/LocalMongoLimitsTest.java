package org.ncsoversight.mongo;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.storage.DiskSpace;

/** Our server keeps within the limits of its heap and refuses what is beyond them as MongoDB does. */
class LocalMongoLimitsTest extends LimitsSpecification {

    private LocalMongo mongo;

    @Override
    String start(Path file) {
        mongo = LocalMongo.start(
                file,
                new InetSocketAddress(LocalMongo.LOOPBACK, 0),
                Duration.ofSeconds(10),
                Limits.ofHeap(HEAP_IN_BYTES),
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
