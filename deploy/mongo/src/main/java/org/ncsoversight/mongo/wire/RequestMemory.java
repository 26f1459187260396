package org.ncsoversight.mongo.wire;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The memory for requests as they come in.
 *
 * <p>A client whose request has no room is not read from until there is; nobody waits in a thread.
 */
final class RequestMemory {

    private record Waiting(long bytes, Runnable go) {}

    private final long limit;
    private final Queue<Waiting> queue = new ArrayDeque<>();
    private long taken;

    RequestMemory(long limit) {
        this.limit = limit;
    }

    /** Whether there was room; if not, it is taken later, and then it goes on. */
    synchronized boolean take(long bytes, Runnable goOn) {
        if (queue.isEmpty() && taken + bytes <= limit) {
            taken += bytes;
            return true;
        }
        queue.add(new Waiting(bytes, goOn));
        return false;
    }

    synchronized void giveBack(long bytes) {
        taken -= bytes;
        while (!queue.isEmpty() && taken + queue.peek().bytes() <= limit) {
            Waiting next = queue.remove();
            taken += next.bytes();
            next.go().run();
        }
    }
}
