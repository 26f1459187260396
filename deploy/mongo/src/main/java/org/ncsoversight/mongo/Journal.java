package org.ncsoversight.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Makes changes durable, several at a time.
 *
 * <p>Changes to different collections go on side by side; a commit waits until none is half done and holds back new
 * ones, so that a file never has a document without its index entries. Whoever is first to wait for the disk commits for
 * all who are done by then.
 */
final class Journal {

    private final MVStore store;
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final AtomicLong begun = new AtomicLong();
    private volatile long durable;

    Journal(MVStore store) {
        this.store = store;
    }

    <T> T change(Supplier<T> work) {
        gate.readLock().lock();
        try {
            begun.incrementAndGet();
            return work.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Returns when all changes this thread has made or seen are in the file. */
    void awaitDurable() {
        long seen = begun.get();
        if (durable < seen) {
            commitUnlessDurable(seen);
        }
    }

    private synchronized void commitUnlessDurable(long seen) {
        if (durable >= seen) {
            return;
        }
        gate.writeLock().lock();
        try {
            store.commit();
            durable = begun.get();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
