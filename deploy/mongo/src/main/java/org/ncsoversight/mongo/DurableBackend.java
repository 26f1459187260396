package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/** Answers a write only when it is in the file, and never hands out what it keeps. */
final class DurableBackend extends H2Backend {

    private static final Set<String> READS =
            Set.of("find", "count", "distinct", "listcollections", "listindexes", "getmore", "ping", "buildinfo");

    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    DurableBackend(MVStore store) {
        super(store);
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello") || name.equals("ismaster")) {
            return super.handleCommand(channel, databaseName, "ismaster", query)
                    .append("isWritablePrimary", true)
                    .append("maxWireVersion", 13);
        }
        Lock held = READS.contains(name) ? lock.readLock() : lock.writeLock();
        held.lock();
        try {
            Document answer =
                    super.handleCommand(channel, databaseName, command, query).cloneDeeply();
            if (!READS.contains(name)) {
                commit();
            }
            return answer;
        } finally {
            held.unlock();
        }
    }
}
