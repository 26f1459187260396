package org.ncsoversight.mongo.query;

import de.bwaldvogel.mongo.exception.CursorNotFoundException;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.MemoryBudget;

/**
 * Queries that have been answered in part.
 *
 * <p>One that nobody reads on is closed after the time MongoDB gives it. When others need its memory it is closed
 * earlier, the one longest idle first.
 */
public final class OpenCursors {

    private static final int FIRST_BATCH = 101;
    private static final int MOST = 1_000;
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(10);
    private static final Duration LONGEST_IDLE_WHEN_SHORT = Duration.ofSeconds(10);

    private final Map<Long, OpenCursor> cursors = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final MemoryBudget budget;

    public OpenCursors(MemoryBudget budget) {
        this.budget = budget;
        budget.whenShort(this::closeOneForItsMemory);
    }

    /** Answers a new query; the allowance is the query's from now on, the answer has one of its own. */
    public ByteBuf begin(
            String namespace,
            Results results,
            Allowance ofQuery,
            Allowance ofAnswer,
            @Nullable Number batchSize,
            boolean only) {
        var cursor = new OpenCursor(
                lastNumber.incrementAndGet(),
                namespace,
                results,
                ofQuery,
                budget.limits().batchInBytes());
        cursor.lock();
        boolean stays = false;
        try {
            long most = batchSize == null ? FIRST_BATCH : batchSize.longValue();
            ByteBuf answer = cursor.answer("firstBatch", most, only, ofAnswer);
            stays = !only && !cursor.isExhausted();
            return answer;
        } finally {
            cursor.unlock();
            if (stays) {
                closeLongestIdleOf(MOST);
                cursors.put(cursor.number(), cursor);
            } else {
                cursor.close();
            }
        }
    }

    /** The next batch; without a size it is as large as an answer may be. */
    public ByteBuf next(long number, @Nullable Number batchSize, Allowance ofAnswer) {
        OpenCursor cursor = cursors.get(number);
        if (cursor == null) {
            throw new CursorNotFoundException(number);
        }
        cursor.lock();
        boolean stays = false;
        try {
            if (cursors.get(number) != cursor) {
                throw new CursorNotFoundException(number);
            }
            long most = batchSize == null || batchSize.longValue() == 0 ? Long.MAX_VALUE : batchSize.longValue();
            ByteBuf answer = cursor.answer("nextBatch", most, false, ofAnswer);
            stays = !cursor.isExhausted();
            return answer;
        } finally {
            if (!stays && cursors.remove(number, cursor)) {
                cursor.close();
            }
            cursor.unlock();
        }
    }

    /** Whether there was such a cursor. */
    public boolean close(long number) {
        OpenCursor cursor = cursors.get(number);
        if (cursor == null) {
            return false;
        }
        cursor.lock();
        try {
            return closeLocked(cursor);
        } finally {
            cursor.unlock();
        }
    }

    public void closeAll() {
        cursors.keySet().forEach(this::close);
    }

    public void closeIdle() {
        long now = System.nanoTime();
        cursors.values().stream()
                .filter(cursor -> cursor.idleNanos(now) > LONGEST_IDLE.toNanos())
                .forEach(cursor -> close(cursor.number()));
    }

    public int size() {
        return cursors.size();
    }

    private void closeOneForItsMemory() {
        long now = System.nanoTime();
        cursors.values().stream()
                .filter(cursor -> cursor.idleNanos(now) > LONGEST_IDLE_WHEN_SHORT.toNanos())
                .max(Comparator.comparingLong(cursor -> cursor.idleNanos(now)))
                .ifPresent(this::closeUnlessUsed);
    }

    private void closeLongestIdleOf(int most) {
        long now = System.nanoTime();
        if (cursors.size() >= most) {
            cursors.values().stream()
                    .max(Comparator.comparingLong(cursor -> cursor.idleNanos(now)))
                    .ifPresent(this::closeUnlessUsed);
        }
    }

    private void closeUnlessUsed(OpenCursor cursor) {
        if (cursor.tryLock()) {
            try {
                closeLocked(cursor);
            } finally {
                cursor.unlock();
            }
        }
    }

    private boolean closeLocked(OpenCursor cursor) {
        boolean open = cursors.remove(cursor.number(), cursor);
        if (open) {
            cursor.close();
        }
        return open;
    }
}
