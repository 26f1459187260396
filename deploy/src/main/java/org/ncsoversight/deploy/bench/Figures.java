package org.ncsoversight.deploy.bench;

import java.util.List;

/** Measured times, shortest first. */
record Figures(List<Long> sortedNanos) {

    static Figures of(List<Long> nanos) {
        return new Figures(nanos.stream().sorted().toList());
    }

    /** The smallest measured time that at least this share of all are not above (nearest rank). */
    double quantileInMillis(double share) {
        int rank = Math.max(1, (int) Math.ceil(share * sortedNanos.size()));
        return sortedNanos.get(rank - 1) / 1e6;
    }
}
