package org.ncsoversight.mongo.memory;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The memory that all commands and open cursors share.
 *
 * <p>A part is kept for those that need little, so that a page is served while large questions hold all the rest.
 */
public final class MemoryBudget {

    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition givenBack = lock.newCondition();
    private volatile Runnable relief = () -> {};
    private long taken;

    public MemoryBudget(Limits limits) {
        this.limits = limits;
    }

    /** What to do when there is not enough, before waiting for others to finish. */
    public void whenShort(Runnable relief) {
        this.relief = relief;
    }

    public Allowance open() {
        return new Allowance(this);
    }

    public Limits limits() {
        return limits;
    }

    public long taken() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void take(long bytes, boolean isLittle) {
        long limit = isLittle ? limits.budgetInBytes() : limits.budgetInBytes() / 4 * 3;
        if (!tryTake(bytes, limit)) {
            relief.run();
            awaitAndTake(bytes, limit);
        }
    }

    private boolean tryTake(long bytes, long limit) {
        lock.lock();
        try {
            boolean enough = taken + bytes <= limit;
            taken += enough ? bytes : 0;
            return enough;
        } finally {
            lock.unlock();
        }
    }

    private void awaitAndTake(long bytes, long limit) {
        lock.lock();
        try {
            long left = limits.patience().toNanos();
            while (taken + bytes > limit) {
                if (left <= 0) {
                    throw Refusal.memoryIsTaken();
                }
                left = givenBack.awaitNanos(left);
            }
            taken += bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.memoryIsTaken();
        } finally {
            lock.unlock();
        }
    }

    void giveBack(long bytes) {
        lock.lock();
        try {
            taken -= bytes;
            givenBack.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
