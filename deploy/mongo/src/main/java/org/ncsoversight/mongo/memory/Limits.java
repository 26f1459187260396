package org.ncsoversight.mongo.memory;

import java.time.Duration;

/**
 * How the heap is divided. What is not given to anybody here is room for what commands use in passing and for changes
 * that are not yet in the file.
 *
 * @param cacheInBytes pages of the file
 * @param budgetInBytes all that commands and open cursors gather, together
 * @param commandInBytes all that one command gathers
 * @param requestsInBytes requests, as they came, that are not yet answered
 * @param batchInBytes one answer with documents; a single document may be larger
 * @param heavyCommands how many commands that may read a whole collection run at the same time
 * @param connections how many clients may be connected
 * @param patience how long a command waits for memory that others hold
 */
public record Limits(
        long cacheInBytes,
        long budgetInBytes,
        long commandInBytes,
        long requestsInBytes,
        int batchInBytes,
        int heavyCommands,
        int connections,
        Duration patience) {

    /** No document may be larger, as in MongoDB. */
    public static final int DOCUMENT_IN_BYTES = 16 << 20;

    /** A command may be this much larger than the largest document it carries, as in MongoDB. */
    public static final int AROUND_A_DOCUMENT_IN_BYTES = 16 << 10;

    /** The largest message MongoDB takes. */
    private static final int MESSAGE_IN_BYTES = 48_000_000;

    private static final long MEGABYTE = 1 << 20;
    private static final int CONNECTIONS = 1_000;

    public static Limits ofHeap(long heapInBytes) {
        long budget = heapInBytes / 3;
        return new Limits(
                Math.clamp(heapInBytes / 8, 8 * MEGABYTE, 64 * MEGABYTE),
                budget,
                budget / 2,
                Math.max(heapInBytes / 6, DOCUMENT_IN_BYTES + 2 * AROUND_A_DOCUMENT_IN_BYTES),
                (int) Math.clamp(budget / 16, MEGABYTE, DOCUMENT_IN_BYTES),
                Math.clamp(heapInBytes / (24 * MEGABYTE), 2, 16),
                CONNECTIONS,
                Duration.ofSeconds(1));
    }

    /** The largest message a client may send. */
    public int messageInBytes() {
        return (int) Math.min(requestsInBytes, MESSAGE_IN_BYTES);
    }
}
