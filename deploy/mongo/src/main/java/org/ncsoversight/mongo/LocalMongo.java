package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** A running server on the loopback interface. */
public final class LocalMongo implements AutoCloseable {

    private static final Duration HOUSEKEEPING_INTERVAL = Duration.ofSeconds(10);

    /** More than the processors, because a command keeps its thread while it waits for a lock or the disk. */
    private static final int THREADS = 32;

    private final MongoServer server;
    private final InetSocketAddress address;
    private final Housekeeping housekeeping;

    private LocalMongo(MongoServer server, Housekeeping housekeeping) {
        this.server = server;
        this.address = server.getLocalAddress();
        this.housekeeping = housekeeping;
    }

    /** Opens or creates the data in a file and listens; port 0 takes a free one. */
    public static LocalMongo start(Path file, int port) {
        return start(file, port, HOUSEKEEPING_INTERVAL);
    }

    static LocalMongo start(Path file, int port, Duration housekeepingInterval) {
        var backend = new DurableBackend(file);
        var server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 1, THREADS);
        return new LocalMongo(server, Housekeeping.start(backend, housekeepingInterval));
    }

    /** For example {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    /** Answers what has been asked, then closes the file. */
    @Override
    public void close() {
        housekeeping.close();
        server.shutdownNow();
    }
}
