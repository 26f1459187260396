package org.ncsoversight.evidence.underway;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * An import that went on when nobody waited for its answer any more.
 *
 * @param what what is imported, in a word
 * @param heldUntil when the process that does it says again that it does, at the latest
 * @param done how many of all there are were looked at so far
 * @param ending the answer, once there is one
 */
public record ImportRun(
        UUID id,
        ProviderId provider,
        String what,
        Person by,
        Instant startedAt,
        Instant heldUntil,
        int done,
        int of,
        @Nullable Ending ending) {

    /**
     * What would have been answered at once.
     *
     * @param location where the result stands, if it has a place of its own
     * @param body as JSON
     */
    public record Ending(int status, @Nullable String location, String body) {}

    /** Where it stands. */
    public enum State {
        RUNNING,
        DONE,
        REFUSED,
        FAILED,
        /** Its process died. What it took stays; the same import again makes up for the rest. */
        INTERRUPTED;

        public String word() {
            return switch (this) {
                case RUNNING -> "running";
                case DONE -> "done";
                case REFUSED -> "refused";
                case FAILED -> "failed";
                case INTERRUPTED -> "interrupted";
            };
        }
    }

    private static final int REFUSALS_FROM = 400;
    private static final int FAILURES_FROM = 500;

    public State state(Instant now) {
        if (ending == null) {
            return heldUntil.isBefore(now) ? State.INTERRUPTED : State.RUNNING;
        }
        if (ending.status() >= FAILURES_FROM) {
            return State.FAILED;
        }
        return ending.status() >= REFUSALS_FROM ? State.REFUSED : State.DONE;
    }
}
