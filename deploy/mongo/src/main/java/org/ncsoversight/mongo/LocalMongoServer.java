package org.ncsoversight.mongo;

import java.nio.file.Path;

/**
 * The server as a process of its own: {@code java … LocalMongoServer <file> [<port>]}.
 *
 * <p>Without arguments it takes {@code MONGO_FILE} and {@code MONGO_PORT}. It says one line when it is ready, and closes
 * its file when it is asked to stop.
 */
public final class LocalMongoServer {

    private LocalMongoServer() {}

    public static void main(String[] args) {
        String file = args.length > 0 ? args[0] : System.getenv().getOrDefault("MONGO_FILE", "data/mongo.mv");
        String port = args.length > 1 ? args[1] : System.getenv().getOrDefault("MONGO_PORT", "27017");
        LocalMongo mongo = LocalMongo.start(Path.of(file), Integer.parseInt(port));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        System.out.println("ready " + mongo.uri());
    }
}
