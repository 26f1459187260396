package org.ncsoversight.criteria.deadletters.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record that a service could not use.
 *
 * @param detail what the service says about it, for people
 * @param at when the service gave up on it
 * @param replayOf the letter that this one repeats, if it is a replay that failed again
 */
public record Letter(
        String id,
        Kind kind,
        Origin origin,
        String detail,
        Instant at,
        Content content,
        Optional<String> replayOf,
        Handling handling) {

    /** Steps kept; older ones go. */
    private static final int STEPS_KEPT = 20;

    private static final int ID_LENGTH = 32;

    /** What letters are grouped by; the topic is the one that the record first stood on. */
    public record Kind(String service, String topic, String reason) {

        public String group() {
            return idOf(service + "|" + topic + "|" + reason);
        }
    }

    /** Where the record stood when it could not be used. */
    public record Origin(String topic, int partition, long offset) {

        @Override
        public String toString() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /** How much there was, and whether all of it is kept here. */
    public record Content(long sizeInBytes, String sha256, boolean whole) {}

    /** How it stands with a letter. */
    public enum State {
        OPEN,
        REPLAYED,
        SET_ASIDE
    }

    /**
     * What was done about it.
     *
     * @param failedAgain the letter of its replay, if that failed again
     */
    public record Handling(State state, long version, Optional<String> failedAgain, List<Step> steps) {

        public static final Handling NONE = new Handling(State.OPEN, 1, Optional.empty(), List.of());
    }

    /** Who did what and why; replays need no reason. */
    public record Step(State to, String by, Instant at, String reason) {}

    /** Of a service the same record always has the same letter, however often it is told. */
    public static String idOf(String service, String origin) {
        return idOf(service + "/" + origin);
    }

    private static String idOf(String text) {
        return Sha256.of(text.getBytes(UTF_8)).substring(0, ID_LENGTH);
    }

    public State state() {
        return handling.state;
    }

    public long version() {
        return handling.version;
    }

    /** In the order of time, and each only once. */
    public String sortKey() {
        return sortKey(at, id);
    }

    public static String sortKey(Instant at, String id) {
        return "%015d-%s".formatted(Math.max(0, at.toEpochMilli()), id);
    }

    /** The next version, after this was done. */
    public Letter after(Step step) {
        List<Step> steps = new ArrayList<>(handling.steps);
        steps.add(step);
        List<Step> kept = steps.subList(Math.max(0, steps.size() - STEPS_KEPT), steps.size());
        return with(new Handling(step.to, handling.version + 1, handling.failedAgain, List.copyOf(kept)));
    }

    /** The next version, after its replay came back as another letter. */
    public Letter failedAgainAs(String letter) {
        return with(new Handling(handling.state, handling.version + 1, Optional.of(letter), handling.steps));
    }

    private Letter with(Handling next) {
        return new Letter(id, kind, origin, detail, at, content, replayOf, next);
    }
}
