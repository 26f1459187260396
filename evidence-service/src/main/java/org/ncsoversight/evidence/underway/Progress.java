package org.ncsoversight.evidence.underway;

import java.util.concurrent.atomic.AtomicInteger;

/** How far an import is; told by whoever does it, read by whoever watches it. */
public final class Progress {

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger of = new AtomicInteger();

    public void of(int all) {
        of.set(all);
    }

    public void oneMore() {
        done.incrementAndGet();
    }

    int done() {
        return done.get();
    }

    int of() {
        return of.get();
    }
}
