package org.ncsoversight.evidence.together.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Voice;

/**
 * A criterion, or one voice of it, that a colleague is to bring evidence for.
 *
 * @param history every change, oldest first; never empty
 */
public record Assignment(UUID id, long version, ProviderId provider, Work work, State state, List<Step> history) {

    /** What is to be done by whom and when; without a voice any evidence for the criterion will do. */
    public record Work(CriterionCode criterion, @Nullable Voice voice, String assignee, LocalDate dueOn, String note) {}

    /** One change in words. */
    public record Step(String what, String by, Instant at) {}

    /** Where it stands. */
    public enum State {
        OPEN,
        DONE,
        CANCELLED;

        /** The word used in JSON, in filters and in the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<State> of(String word) {
            for (State state : values()) {
                if (state.word().equals(word)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    public Assignment {
        history = List.copyOf(history);
        if (history.isEmpty()) {
            throw new IllegalArgumentException("somebody gave it");
        }
    }

    public static Assignment give(UUID id, ProviderId provider, Work work, Person by, Instant at) {
        var step = new Step("Given to " + work.assignee(), by.username(), at);
        return new Assignment(id, 1, provider, work, State.OPEN, List.of(step));
    }

    public Assignment change(Work now, Person by, Instant at) {
        String what = now.assignee().equals(work.assignee()) ? "Changed" : "Passed on to " + now.assignee();
        return after(now, state, what, by, at);
    }

    public Assignment done(String how, Person by, Instant at) {
        return after(work, State.DONE, how, by, at);
    }

    public Assignment cancel(Person by, Instant at) {
        return after(work, State.CANCELLED, "Cancelled", by, at);
    }

    public Assignment reopen(Person by, Instant at) {
        return after(work, State.OPEN, "Opened again", by, at);
    }

    public Instant givenAt() {
        return history.getFirst().at();
    }

    /** Since when whoever has it now has it. */
    public Instant assignedAt() {
        return history.reversed().stream()
                .filter(step -> step.what().endsWith(" to " + work.assignee()))
                .findFirst()
                .orElse(history.getFirst())
                .at();
    }

    public boolean isFor(Person person) {
        return work.assignee().equals(person.username());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The due day is the last day. */
    public boolean isOverdueOn(LocalDate day) {
        return isOpen() && day.isAfter(work.dueOn());
    }

    /** Sorts by due day; unique. */
    public String listKey() {
        return "%015d-%s"
                .formatted(work.dueOn().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(), id);
    }

    private Assignment after(Work next, State to, String what, Person by, Instant at) {
        var steps = new ArrayList<>(history);
        steps.add(new Step(what, by.username(), at));
        return new Assignment(id, version + 1, provider, next, to, steps);
    }
}
