package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** A running server on the loopback interface. */
public final class LocalMongo implements AutoCloseable {

    private final MongoServer server;
    private final InetSocketAddress address;

    private LocalMongo(MongoServer server, InetSocketAddress address) {
        this.server = server;
        this.address = address;
    }

    /** Opens or creates the data in a file and listens; port 0 takes a free one. */
    public static LocalMongo start(Path file, int port) {
        var server = new MongoServer(new H2Backend(file.toString()));
        server.bind("127.0.0.1", port);
        return new LocalMongo(server, server.getLocalAddress());
    }

    /** For example {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://127.0.0.1:" + address.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
