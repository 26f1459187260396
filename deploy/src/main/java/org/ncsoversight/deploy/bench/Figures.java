package org.ncsoversight.deploy.bench;

import java.util.Arrays;

/** Measured times, and what to say of them. */
record Figures(long[] sortedNanos) {

    static Figures of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Figures(sorted);
    }

    /** The smallest measured time that at least this share of all are not above (nearest rank). */
    double quantileInMillis(double share) {
        int rank = Math.max(1, (int) Math.ceil(share * sortedNanos.length));
        return sortedNanos[rank - 1] / 1e6;
    }
}
