package org.ncsoversight.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Answers commands from one file, and not before everything an answer says is in that file.
 *
 * <p>That holds for reads too: what nobody may count on yet must not be passed on to Kafka either.
 */
final class DurableBackend extends AbstractMongoBackend {

    /** Commands that make or remove databases, collections or indexes. */
    private static final Set<String> STRUCTURAL =
            Set.of("create", "createindexes", "drop", "dropdatabase", "dropindexes", "listdatabases");

    /** The version of MongoDB 5.0, which drivers and mongosh still speak. */
    private static final int WIRE_VERSION = 13;

    private static final int CACHE_IN_MEGABYTES = 64;
    private static final long LEAST_GROWTH_TO_COMPACT_IN_BYTES = 64L << 20;
    private static final int LONGEST_COMPACTION_IN_MILLIS = 500;

    private final MVStore store;
    private final Journal journal;

    /** Held alone by whoever changes what collections and indexes there are; a change of documents shares it. */
    private final ReadWriteLock structure = new ReentrantReadWriteLock(true);

    private long sizeAfterCompaction;

    DurableBackend(Path file) {
        store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_IN_MEGABYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0) // Else it would commit in the middle of a large change.
                .open();
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        sizeAfterCompaction = store.getFileStore().size();
        journal = new Journal(store);
        StoredDatabase.namesIn(store).forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, store, journal, getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "hello", "ismaster" ->
                super.handleCommand(channel, database, "ismaster", query)
                        .append("isWritablePrimary", true)
                        .append("maxWireVersion", WIRE_VERSION);
            // The inherited one moves the documents, but not for the next start.
            case "renamecollection" -> throw new NoSuchCommandException(command);
            default ->
                durably(
                        name.equals("getmore") || !changesStructure(database, name, query),
                        () -> super.handleCommand(channel, database, command, query));
        };
    }

    private boolean changesStructure(String database, String command, Document query) {
        return STRUCTURAL.contains(command)
                || !listDatabaseNames().contains(database)
                || (writesToOneCollection(command)
                        && resolveDatabase(database).resolveCollection(nameIn(query), false) == null)
                || (command.equals("aggregate") && writesItsResult(query));
    }

    private static boolean writesToOneCollection(String command) {
        return Set.of("insert", "update", "findandmodify").contains(command);
    }

    private static String nameIn(Document query) {
        return query.values().iterator().next().toString();
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getLast() instanceof Document last
                && (last.containsKey("$out") || last.containsKey("$merge"));
    }

    private Document durably(boolean structureStays, Supplier<Document> work) {
        Lock held = structureStays ? structure.readLock() : structure.writeLock();
        held.lock();
        try {
            return structureStays ? work.get() : journal.change(work);
        } finally {
            held.unlock();
            journal.awaitDurable();
        }
    }

    void deleteExpired(Instant now) {
        for (String name : listDatabaseNames()) {
            durably(true, () -> {
                ((StoredDatabase) resolveDatabase(name)).deleteExpired(now);
                return new Document();
            });
        }
    }

    /** Gives space back once the file has doubled; alone, since it moves what others may be reading. */
    void compactIfGrown() {
        if (store.getFileStore().size() < 2 * sizeAfterCompaction + LEAST_GROWTH_TO_COMPACT_IN_BYTES) {
            return;
        }
        structure.writeLock().lock();
        try {
            store.compactFile(LONGEST_COMPACTION_IN_MILLIS);
            sizeAfterCompaction = store.getFileStore().size();
        } finally {
            structure.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        super.close();
        store.close();
    }
}
