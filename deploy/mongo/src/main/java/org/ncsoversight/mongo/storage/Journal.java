package org.ncsoversight.mongo.storage;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes changes durable, several at a time.
 *
 * <p>Changes to different collections go on side by side; a commit waits until none is half done and holds back new
 * ones, so that a file never has a document without its index entries. Whoever is first to wait for the disk commits for
 * all who are done by then.
 */
public final class Journal {

    /** Changes that are only in memory; a command that makes more waits for a commit on the way. */
    private static final int MOST_UNSAVED_IN_BYTES = 8 << 20;

    private final MVStore store;
    private final DiskSpace disk;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong begun = new AtomicLong();
    private volatile long durable;

    public Journal(MVStore store, DiskSpace disk) {
        this.store = store;
        this.disk = disk;
    }

    public <T> T change(Supplier<T> work) {
        gate.readLock().lock();
        try {
            begun.incrementAndGet();
            return work.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /**
     * Returns when all changes this thread has made or seen are in the file.
     *
     * @throws MVStoreException if they cannot be; the store is closed then, and none of them has happened
     */
    public void awaitDurable() {
        long seen = begun.get();
        if (durable < seen) {
            commitUnlessDurable(seen);
        }
    }

    /** Between two parts of a long change: whoever calls it is not in the middle of one. */
    public void awaitDurableIfMuch() {
        if (isMuchUnsaved()) {
            awaitDurable();
        }
    }

    public boolean isMuchUnsaved() {
        return store.getUnsavedMemory() > MOST_UNSAVED_IN_BYTES;
    }

    /** Commits in the middle of a change, for one who alone changes anything. */
    public void commitPart() {
        disk.requireRoomFor(store);
        store.commit();
    }

    private synchronized void commitUnlessDurable(long seen) {
        if (durable >= seen) {
            return;
        }
        gate.writeLock().lock();
        try {
            disk.requireRoomFor(store);
            store.commit();
            durable = begun.get();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
