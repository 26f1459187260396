package org.ncsoversight.mongo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The server as a process of its own: {@code java … LocalMongoServer <file> [<port> [<address>]]}.
 *
 * <p>Without arguments it takes {@code MONGO_FILE}, {@code MONGO_PORT} and {@code MONGO_ADDRESS}. It says one line when
 * it is ready, and closes its file when it is asked to stop.
 */
public final class LocalMongoServer {

    private LocalMongoServer() {}

    public static void main(String[] args) throws UnknownHostException {
        String file = given(args, 0, "MONGO_FILE", "data/mongo.mv");
        int port = Integer.parseInt(given(args, 1, "MONGO_PORT", "27017"));
        InetAddress address = InetAddress.getByName(given(args, 2, "MONGO_ADDRESS", "127.0.0.1"));
        LocalMongo mongo = LocalMongo.start(Path.of(file), new InetSocketAddress(address, port));
        Runtime.getRuntime().addShutdownHook(new Thread(mongo::close));
        System.out.println("ready " + mongo.uri());
    }

    private static String given(String[] args, int index, String variable, String otherwise) {
        @Nullable String value = args.length > index ? args[index] : System.getenv(variable);
        return value == null ? otherwise : value;
    }
}
