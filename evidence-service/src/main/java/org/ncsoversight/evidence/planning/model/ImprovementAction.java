package org.ncsoversight.evidence.planning.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * One action of a provider's improvement plan as it stands after its latest change.
 *
 * @param version counts up from 1 with each change
 * @param history every change, oldest first; never empty
 */
public record ImprovementAction(
        UUID id, long version, ProviderId provider, Improvement improvement, ActionState state, List<Step> history) {

    /**
     * One change: who did it, when, the state afterwards, and why.
     *
     * @param edited whether its words changed and not its state
     */
    public record Step(
            long version,
            ActionState state,
            boolean edited,
            Instant at,
            Person by,
            @Nullable String reason) {}

    public ImprovementAction {
        history = List.copyOf(history);
        if (history.isEmpty()) {
            throw new IllegalArgumentException("an action has a first step");
        }
    }

    public static ImprovementAction propose(
            UUID id, ProviderId provider, Improvement improvement, Person by, Instant at) {
        var first = new Step(1, ActionState.PROPOSED, false, at, by, null);
        return new ImprovementAction(id, 1, provider, improvement, ActionState.PROPOSED, List.of(first));
    }

    public ImprovementAction edit(Improvement now, Person by, Instant at) {
        require(state.isOpen());
        return after(now, new Step(version + 1, state, true, at, by, null));
    }

    public ImprovementAction move(ActionState next, @Nullable String reason, Person by, Instant at) {
        require(state.next().contains(next)
                && (next != ActionState.VERIFIED || mayBeVerifiedBy(by))
                && (!next.needsReason() || reason != null));
        return after(improvement, new Step(version + 1, next, false, at, by, reason));
    }

    /** Nobody verifies what they answer for, nor what they did. */
    public boolean mayBeVerifiedBy(Person person) {
        return !person.username().equalsIgnoreCase(improvement.owner())
                && doneBy().map(doer -> !doer.is(person)).orElse(true);
    }

    /** Who said last that it was done. */
    public Optional<Person> doneBy() {
        return history.reversed().stream()
                .filter(step -> step.state() == ActionState.DONE && !step.edited())
                .findFirst()
                .map(Step::by);
    }

    public boolean isOverdueOn(LocalDate day) {
        return state.isOpen() && improvement.dueOn().isBefore(day);
    }

    public Step latest() {
        return history.getLast();
    }

    /** Whether this person's latest word on it was exactly this, so that saying it again changes nothing. */
    public boolean alreadySaid(ActionState wanted, Person by, @Nullable String reason) {
        return state == wanted
                && !latest().edited()
                && latest().by().is(by)
                && Objects.equals(reason, latest().reason());
    }

    /** Sorts by the day it is due; unique, so that a list can go on after any action. */
    public String listKey() {
        return "%015d-%s".formatted(improvement.dueOn().toEpochDay(), id);
    }

    private ImprovementAction after(Improvement now, Step step) {
        var steps = new ArrayList<>(history);
        steps.add(step);
        return new ImprovementAction(id, step.version(), provider, now, step.state(), steps);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("not allowed in this state or by this person");
        }
    }
}
