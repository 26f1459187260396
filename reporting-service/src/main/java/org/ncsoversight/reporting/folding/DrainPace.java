package org.ncsoversight.reporting.folding;

/**
 * When a task computes the providers it has gathered, and for how long at a time.
 *
 * <p>The further behind, the rarer; and while behind, three quarters of the time belong to folding.
 */
final class DrainPace {

    /** Longest computing at a time; the rest waits for the next. */
    static final long SLICE_MILLIS = 100;

    private static final long FOLDING_FOR_EACH_COMPUTING = 3;

    private long behindMillis;
    private long drainedMillis;
    private long spentMillis;
    private boolean heard;

    /** A record of this time was folded at that. */
    void heard(long recordMillis, long nowMillis) {
        behindMillis = Math.max(0, nowMillis - recordMillis);
        heard = true;
    }

    /** How far behind the last record was; nothing when none came since the last drain. */
    long behindMillis() {
        return heard ? behindMillis : 0;
    }

    boolean due(long nowMillis) {
        long behind = behindMillis();
        long rest = behind < CommitPace.LIVE_MILLIS ? 0 : FOLDING_FOR_EACH_COMPUTING * spentMillis;
        return nowMillis - drainedMillis >= Math.max(rest, CommitPace.batchMillis(behind));
    }

    void drained(long nowMillis, long spentMillis) {
        this.drainedMillis = nowMillis + spentMillis;
        this.spentMillis = spentMillis;
        heard = false;
    }
}
