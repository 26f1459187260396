package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.Limits;
import org.ncsoversight.mongo.memory.MemoryBudget;
import org.ncsoversight.mongo.storage.DiskSpace;
import org.ncsoversight.mongo.wire.Commands;
import org.ncsoversight.mongo.wire.WireServer;

/** A running server. */
public final class LocalMongo implements AutoCloseable {

    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private static final Duration HOUSEKEEPING_INTERVAL = Duration.ofSeconds(10);

    private final WireServer server;
    private final InetSocketAddress address;
    private final DurableBackend backend;
    private final Housekeeping housekeeping;

    private LocalMongo(WireServer server, DurableBackend backend, Housekeeping housekeeping) {
        this.server = server;
        this.address = server.address();
        this.backend = backend;
        this.housekeeping = housekeeping;
    }

    /** Opens or creates the data in a file and listens on the loopback interface; port 0 takes a free one. */
    public static LocalMongo start(Path file, int port) {
        return start(file, new InetSocketAddress(LOOPBACK, port));
    }

    static LocalMongo start(Path file, InetSocketAddress address) {
        return start(
                file,
                address,
                HOUSEKEEPING_INTERVAL,
                Limits.ofHeap(Runtime.getRuntime().maxMemory()),
                DiskSpace.around(file));
    }

    static LocalMongo start(
            Path file, InetSocketAddress address, Duration housekeepingInterval, Limits limits, DiskSpace disk) {
        var budget = new MemoryBudget(limits);
        var backend = new DurableBackend(file, budget, disk);
        var server = WireServer.start(address, new Backend(backend), budget);
        return new LocalMongo(server, backend, Housekeeping.start(backend, housekeepingInterval));
    }

    private record Backend(DurableBackend backend) implements Commands {

        @Override
        public ByteBuf answer(Channel channel, String database, Document command, Allowance ofAnswer) {
            return backend.answer(channel, database, command, ofAnswer);
        }

        @Override
        public boolean isHeavy(String command) {
            return CommandKind.isHeavy(command);
        }

        @Override
        public void disconnected(Channel channel) {
            backend.handleClose(channel);
        }
    }

    /** For example {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        InetAddress reached = address.getAddress().isAnyLocalAddress() ? LOOPBACK : address.getAddress();
        return "mongodb://" + reached.getHostAddress() + ":" + address.getPort();
    }

    /** Answers what has been asked, then closes the file. */
    @Override
    public void close() {
        housekeeping.close();
        server.close();
        backend.close();
    }
}
