package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

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
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        var server = new MongoServer(new DurableBackend(store));
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
