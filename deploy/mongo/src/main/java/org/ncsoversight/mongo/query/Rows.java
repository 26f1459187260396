package org.ncsoversight.mongo.query;

import org.jspecify.annotations.Nullable;

/** Rows one after the other. */
@FunctionalInterface
interface Rows {

    /** Null at the end. */
    @Nullable
    Row next();

    default Rows skip(long count) {
        var skipped = new Counter();
        return () -> {
            while (skipped.count < count && next() != null) {
                skipped.count++;
            }
            return next();
        };
    }

    default Rows limit(long count) {
        var passed = new Counter();
        return () -> passed.count++ < count ? next() : null;
    }

    /** How many rows have gone by. */
    final class Counter {
        private long count;
    }
}
