package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.MemoryBudget;
import org.ncsoversight.mongo.memory.Refusal;
import org.ncsoversight.mongo.query.OpenCursors;
import org.ncsoversight.mongo.storage.DiskSpace;
import org.ncsoversight.mongo.storage.Journal;
import org.ncsoversight.mongo.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers commands from one file, and not before everything an answer says is in that file.
 *
 * <p>That holds for reads too: what nobody may count on yet must not be passed on to Kafka either.
 */
final class DurableBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);

    /** Commands that make or remove databases, collections or indexes. */
    private static final Set<String> STRUCTURAL =
            Set.of("create", "createindexes", "drop", "dropdatabase", "dropindexes", "listdatabases");

    /** The version of MongoDB 5.0, which drivers and mongosh still speak. */
    private static final int WIRE_VERSION = 13;

    private static final long LEAST_GROWTH_TO_COMPACT_IN_BYTES = 64L << 20;
    private static final int LONGEST_COMPACTION_IN_MILLIS = 500;
    private static final int MOST_ATTEMPTS_TO_READ = 3;

    private final Path file;
    private final MemoryBudget budget;
    private final DiskSpace disk;
    private final OpenCursors cursors;
    private final Reads reads;

    /** Held alone by whoever changes what collections and indexes there are; a change of documents shares it. */
    private final ReadWriteLock structure = new ReentrantReadWriteLock(true);

    private volatile Storage storage;
    private long sizeAfterCompaction;

    DurableBackend(Path file, MemoryBudget budget, DiskSpace disk) {
        this.file = file;
        this.budget = budget;
        this.disk = disk;
        this.cursors = new OpenCursors(budget);
        this.reads = new Reads(cursors, this::resolveDatabase, budget);
        this.storage = Storage.open(file, budget.limits().cacheInBytes(), disk);
        openDatabases();
        sizeAfterCompaction = storage.sizeInBytes();
    }

    private void openDatabases() {
        try (Allowance allowance = budget.open()) {
            ScopedValue.where(Allowance.CURRENT, allowance)
                    .run(() -> StoredDatabase.namesIn(storage.store()).forEach(this::resolveDatabase));
        }
        if (!disk.isShort()) {
            storage.store().commit();
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, storage, getCursorRegistry());
    }

    /** The answer, encoded; the allowance has room for it. */
    ByteBuf answer(Channel channel, String database, Document query, Allowance ofAnswer) {
        String command = query.keySet().iterator().next();
        String name = command.toLowerCase(Locale.ROOT);
        return ScopedValue.where(Allowance.CURRENT, ofAnswer)
                .call(() -> isStreamed(database, name, query)
                        ? streamed(database, name, query, ofAnswer)
                        : answer(channel, database, command, query, ofAnswer));
    }

    private static boolean isStreamed(String database, String name, Document query) {
        return Set.of("find", "aggregate").contains(name)
                && !database.equals("admin")
                && !CommandKind.writesItsResult(query);
    }

    private ByteBuf answer(Channel channel, String database, String command, Document query, Allowance ofAnswer) {
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "hello", "ismaster" -> encode(hello(channel, database, query), ofAnswer);
            case "getmore" -> durably(false, CommandKind.READS, () -> reads.getMore(query, ofAnswer));
            case "killcursors" -> encode(reads.killCursors(query), ofAnswer);
            // The inherited one moves the documents, but not for the next start.
            case "renamecollection" -> throw new NoSuchCommandException(command);
            default ->
                durably(
                        changesStructure(database, name, query),
                        CommandKind.of(name, query),
                        () -> encode(super.handleCommand(channel, database, command, query), ofAnswer));
        };
    }

    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query)
                .append("isWritablePrimary", true)
                .append("maxWireVersion", WIRE_VERSION)
                .append("maxMessageSizeBytes", budget.limits().messageInBytes());
    }

    private static ByteBuf encode(Document answer, Allowance ofAnswer) {
        ByteBuf bytes = Unpooled.buffer();
        BsonEncoder.encodeDocument(answer, bytes);
        ofAnswer.take(bytes.capacity());
        return bytes;
    }

    private ByteBuf streamed(String database, String name, Document query, Allowance ofAnswer) {
        return durably(changesStructure(database, name, query), CommandKind.READS, () -> {
            var of = (StoredDatabase) resolveDatabase(database);
            return name.equals("find") ? reads.find(of, query, ofAnswer) : reads.aggregate(of, query, ofAnswer);
        });
    }

    private boolean changesStructure(String database, String command, Document query) {
        structure.readLock().lock();
        try {
            return STRUCTURAL.contains(command)
                    || !listDatabaseNames().contains(database)
                    || (writesToOneCollection(command)
                            && resolveDatabase(database).resolveCollection(nameIn(query), false) == null)
                    || CommandKind.writesItsResult(query);
        } finally {
            structure.readLock().unlock();
        }
    }

    private static boolean writesToOneCollection(String command) {
        return Set.of("insert", "update", "findandmodify").contains(command);
    }

    private static String nameIn(Document query) {
        return query.values().iterator().next().toString();
    }

    /** What was written is refused if the file does not take it; what was only read is read again. */
    private <T> T durably(boolean changesStructure, CommandKind kind, Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(changesStructure, kind, work);
            } catch (MVStoreException e) {
                boolean closed = openAgainIfClosed(e);
                if (!closed || kind != CommandKind.READS || attempt == MOST_ATTEMPTS_TO_READ) {
                    throw refused(e);
                }
            }
        }
    }

    private <T> T once(boolean changesStructure, CommandKind kind, Supplier<T> work) {
        var held = changesStructure ? structure.writeLock() : structure.readLock();
        held.lock();
        try {
            switch (kind) {
                case READS -> {}
                case WRITES -> disk.requireForWriting();
                case DELETES -> disk.requireForDeleting();
            }
            return changesStructure ? storage.journal().change(work) : work.get();
        } finally {
            Journal used = storage.journal();
            held.unlock();
            used.awaitDurable();
        }
    }

    private MongoServerError refused(MVStoreException e) {
        if (disk.isShort() || DiskSpace.isAbout(e)) {
            return Refusal.outOfDiskSpace(DiskSpace.RESERVE_IN_BYTES);
        }
        log.atError().setCause(e).log("The file cannot be read or written");
        return new MongoServerError(8, "UnknownError", "The file cannot be read or written: " + e.getMessage());
    }

    /** A file that could not be written has closed itself. Opened again it has all that was acknowledged. */
    private boolean openAgainIfClosed(MVStoreException cause) {
        structure.writeLock().lock();
        try {
            boolean closed = storage.isClosed();
            if (closed) {
                log.warn("Opening {} again, which could not be written: {}", file, cause.getMessage());
                cursors.closeAll();
                super.close();
                storage = Storage.open(file, budget.limits().cacheInBytes(), disk);
                openDatabases();
            }
            return closed;
        } finally {
            structure.writeLock().unlock();
        }
    }

    void deleteExpired(Instant now) {
        try (Allowance allowance = budget.open()) {
            for (String name : listDatabaseNames()) {
                ScopedValue.where(Allowance.CURRENT, allowance)
                        .run(() -> durably(false, CommandKind.DELETES, () -> {
                            ((StoredDatabase) resolveDatabase(name)).deleteExpired(now);
                            return name;
                        }));
            }
        }
        cursors.closeIdle();
    }

    /** Gives space back once the file has doubled; alone, since it moves what others may be reading. */
    void compactIfGrown() {
        if (disk.isShort() || storage.sizeInBytes() < 2 * sizeAfterCompaction + LEAST_GROWTH_TO_COMPACT_IN_BYTES) {
            return;
        }
        structure.writeLock().lock();
        try {
            storage.store().compactFile(LONGEST_COMPACTION_IN_MILLIS);
            sizeAfterCompaction = storage.sizeInBytes();
        } finally {
            structure.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        cursors.closeAll();
        super.close();
        storage.store().close();
    }
}
