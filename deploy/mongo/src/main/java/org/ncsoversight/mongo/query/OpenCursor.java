package org.ncsoversight.mongo.query;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;

/** A query that has been answered in part. */
final class OpenCursor {

    private final long number;
    private final String namespace;
    private final Results results;
    private final Allowance allowance;
    private final int mostBytes;
    private final ReentrantLock lock = new ReentrantLock();

    private byte @Nullable [] next;
    private boolean begun;
    private volatile long usedAtNanos = System.nanoTime();

    OpenCursor(long number, String namespace, Results results, Allowance allowance, int mostBytes) {
        this.number = number;
        this.namespace = namespace;
        this.results = results;
        this.allowance = allowance;
        this.mostBytes = mostBytes;
    }

    long number() {
        return number;
    }

    long idleNanos(long now) {
        return now - usedAtNanos;
    }

    /** Not if somebody answers from it just now, be it the caller. */
    boolean tryLock() {
        return !lock.isHeldByCurrentThread() && lock.tryLock();
    }

    void lock() {
        lock.lock();
    }

    void unlock() {
        usedAtNanos = System.nanoTime();
        lock.unlock();
    }

    /** With 0 most documents the answer has none; its cursor gives them all later. */
    ByteBuf answer(String listName, long mostDocuments, boolean last, Allowance ofAnswer) {
        var batch = new Batch(listName, ofAnswer);
        return results.reading(() -> {
            ScopedValue.where(Allowance.CURRENT, allowance).run(() -> fill(batch, mostDocuments));
            results.pause();
            return batch.finish(isExhausted() || last ? 0 : number, namespace);
        });
    }

    private void fill(Batch batch, long mostDocuments) {
        while (batch.documents() < mostDocuments) {
            byte[] document = peek();
            boolean full =
                    document == null || (batch.documents() > 0 && batch.sizeInBytes() + document.length > mostBytes);
            if (full || document == null) {
                return;
            }
            batch.add(document);
            next = null;
        }
        if (mostDocuments > 0) {
            peek(); // Whether there is more decides if the client asks again.
        }
    }

    private byte @Nullable [] peek() {
        if (next == null) {
            next = results.next();
            begun = true;
        }
        return next;
    }

    boolean isExhausted() {
        return begun && next == null;
    }

    void close() {
        allowance.close();
    }
}
