package org.ncsoversight.criteria.deadletters.model;

import java.time.Instant;
import java.util.Optional;

/** Letters of one service, topic and reason: how many, from when to when, and what is being done about all of them. */
public record LetterGroup(
        String id, Letter.Kind kind, Counts counts, Instant first, Instant last, Optional<Work> work) {

    /**
     * How many there are.
     *
     * @param dropped open ones that went because there were too many
     */
    public record Counts(long open, long replayed, long setAside, long dropped) {}

    /**
     * Something done about every letter that was open at a moment, oldest first.
     *
     * @param request told by whoever asked, so that asking twice is one piece of work
     * @param after the sort key of the last letter looked at
     */
    public record Work(
            String request,
            Letter.State to,
            String by,
            Instant at,
            String reason,
            String after,
            long done,
            long failed,
            Optional<Instant> ended) {

        public static Work of(String request, Letter.Step step) {
            return new Work(request, step.to(), step.by(), step.at(), step.reason(), "", 0, 0, Optional.empty());
        }

        public Letter.Step step(Instant now) {
            return new Letter.Step(to, by, now, reason);
        }

        public Work past(String sortKey, boolean succeeded) {
            return new Work(
                    request,
                    to,
                    by,
                    at,
                    reason,
                    sortKey,
                    done + (succeeded ? 1 : 0),
                    failed + (succeeded ? 0 : 1),
                    ended);
        }

        public Work ended(Instant now) {
            return new Work(request, to, by, at, reason, after, done, failed, Optional.of(now));
        }
    }
}
