package org.ncsoversight.gateway.limits;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;

/** Reads a body as long as it comes fast enough altogether; only the time spent waiting for the caller counts. */
final class Pace {

    private final Patience patience;
    private long waitedNanos;
    private long count;

    Pace(Patience patience) {
        this.patience = patience;
    }

    int read(ServletInputStream source, byte[] buffer, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int read;
        try {
            read = source.read(buffer, offset, length);
        } catch (IOException e) {
            throw new CallerGone(e);
        }
        waitedNanos += System.nanoTime() - start;
        count += Math.max(read, 0);
        if (read != -1 && waitedNanos > allowedNanos()) {
            throw new BodyTooSlow();
        }
        return read;
    }

    private long allowedNanos() {
        double seconds = (double) count / patience.bodyPerSecond().toBytes();
        return patience.bodyHeadStart().toNanos()
                + (long) (seconds * Duration.ofSeconds(1).toNanos());
    }
}
