package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;

/** The server as its makers ship it, also as a process of its own. */
final class StockServer implements AutoCloseable {

    private final MongoServer server;

    private StockServer(MongoServer server) {
        this.server = server;
    }

    static StockServer start(Path file) {
        var server = new MongoServer(new H2Backend(file.toString()));
        server.bind("127.0.0.1", 0);
        return new StockServer(server);
    }

    /** The one that is running for a test. */
    static final class Holder {

        private StockServer running;

        String start(Path file) {
            running = StockServer.start(file);
            return running.uri();
        }

        void stop() {
            running.close();
        }
    }

    String uri() {
        return server.getConnectionString();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    public static void main(String[] args) {
        System.out.println("ready " + start(Path.of(args[0])).uri());
    }
}
