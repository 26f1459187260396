package org.ncsoversight.reporting.folding;

/**
 * How often the tasks of a stream may ask for a commit: what is live is committed at once, what is behind in batches
 * that grow with the backlog, and never is more than a third of the time spent on committing.
 *
 * <p>All tasks of a thread are committed together, so they share one pace.
 */
final class CommitPace {

    /** Longer than this behind is no longer live. */
    static final long LIVE_MILLIS = 1_000;

    /** While behind, a batch gathers so many records before it is worth a commit. */
    static final int RECORDS_OF_BATCH = 2_000;

    /** Longest time that a batch goes on once it has that many. */
    static final long LONGEST_BATCH_MILLIS = 2_000;

    /** Longest time that a batch waits for that many: on a slow machine, or while little comes. */
    static final long LONGEST_WAIT_MILLIS = 5_000;

    /** A batch gathers for this part of the time that the stream is behind. */
    private static final long PART_OF_BACKLOG = 4;

    private static final long WORK_FOR_EACH_COMMIT = 2;

    private long costMillis;
    private long lastMillis;
    private int records;

    /** How long to gather when this far behind. */
    static long batchMillis(long behindMillis) {
        return behindMillis < LIVE_MILLIS ? 0 : Math.min(behindMillis / PART_OF_BACKLOG, LONGEST_BATCH_MILLIS);
    }

    synchronized void heard() {
        records++;
    }

    /** True when a commit may be asked for now. */
    synchronized boolean grants(long nowMillis, long behindMillis) {
        long since = nowMillis - lastMillis;
        if (since < Math.max(WORK_FOR_EACH_COMMIT * costMillis, batchMillis(behindMillis))) {
            return false;
        }
        if (behindMillis >= LIVE_MILLIS && records < RECORDS_OF_BATCH && since < LONGEST_WAIT_MILLIS) {
            return false;
        }
        lastMillis = nowMillis;
        records = 0;
        return true;
    }

    /** What the commit that was asked for took. */
    synchronized void took(long askedMillis, long nowMillis) {
        costMillis = Math.max(0, nowMillis - askedMillis);
        lastMillis = Math.max(lastMillis, nowMillis);
    }
}
