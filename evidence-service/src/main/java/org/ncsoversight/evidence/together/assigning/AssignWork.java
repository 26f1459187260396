package org.ncsoversight.evidence.together.assigning;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.Assignment.State;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.springframework.stereotype.Component;

/** Gives a criterion to a colleague, changes or passes it on, and closes it; a repeat changes nothing. */
@Component
public class AssignWork {

    /** Every way it can end. */
    public sealed interface Result {

        record Kept(Assignment assignment) implements Result {}

        record KeptBefore(Assignment assignment) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        record IdTaken() implements Result {}

        /** Only whom it was given to, or a lead, can say that it is done. */
        record NotYours(Assignment assignment) implements Result {}

        record NotOpen(Assignment assignment) implements Result {}

        record ChangedMeanwhile(Assignment now) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    private final AssignmentStore store;
    private final EditionInForce inForce;
    private final AssignmentLimits limits;
    private final Clock clock;

    AssignWork(AssignmentStore store, EditionInForce inForce, AssignmentLimits limits, Clock clock) {
        this.store = store;
        this.inForce = inForce;
        this.limits = limits;
        this.clock = clock;
    }

    Result give(AssignmentInput input, Caller by) {
        var edition = inForce.edition();
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        var id = Objects.requireNonNullElseGet(input.assignment(), UUID::randomUUID);
        var earlier = store.find(id, by.own());
        var rules = new AssignmentRules(limits, edition.get(), inForce.today());
        var work = rules.read(input, earlier.map(one -> one.work().dueOn()).orElse(null));
        if (work.isEmpty()) {
            return new Result.Invalid(rules.errors());
        }
        if (earlier.isPresent()) {
            return repeatOf(earlier.get(), work.get());
        }
        var given = Assignment.give(id, by.organisation().orElseThrow(), work.get(), by.person(), clock.instant());
        if (store.add(given)) {
            return new Result.Kept(given);
        }
        return store.find(id, by.own())
                .map(other -> repeatOf(other, work.get()))
                .orElseGet(Result.IdTaken::new);
    }

    /** Null for any version. */
    Result change(UUID id, @Nullable Long version, AssignmentInput input, Caller by) {
        var found = store.find(id, by.own());
        var edition = inForce.edition();
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        if (edition.isEmpty()) {
            return new Result.CriteriaNotYetKnown();
        }
        Assignment assignment = found.get();
        var rules = new AssignmentRules(limits, edition.get(), inForce.today());
        var work = rules.read(input, assignment.work().dueOn());
        if (work.isEmpty()) {
            return new Result.Invalid(rules.errors());
        }
        if (assignment.work().equals(work.get())) {
            return new Result.KeptBefore(assignment);
        }
        if (version != null && version != assignment.version()) {
            return new Result.ChangedMeanwhile(assignment);
        }
        return assignment.isOpen()
                ? keep(assignment.change(work.get(), by.person(), clock.instant()), by)
                : new Result.NotOpen(assignment);
    }

    Result move(UUID id, State to, @Nullable Long version, Caller by) {
        var found = store.find(id, by.own());
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        Assignment assignment = found.get();
        if (!by.may(Capability.LEAD) && !(to == State.DONE && assignment.isFor(by.person()))) {
            return new Result.NotYours(assignment);
        }
        if (assignment.state() == to) {
            return new Result.KeptBefore(assignment);
        }
        if (version != null && version != assignment.version()) {
            return new Result.ChangedMeanwhile(assignment);
        }
        if (to != State.OPEN && !assignment.isOpen()) {
            return new Result.NotOpen(assignment);
        }
        return keep(step(to, by).apply(assignment), by);
    }

    private UnaryOperator<Assignment> step(State to, Caller by) {
        var now = clock.instant();
        return switch (to) {
            case OPEN -> assignment -> assignment.reopen(by.person(), now);
            case DONE -> assignment -> assignment.done("Marked as done", by.person(), now);
            case CANCELLED -> assignment -> assignment.cancel(by.person(), now);
        };
    }

    private Result keep(Assignment changed, Caller by) {
        if (store.change(changed)) {
            return new Result.Kept(changed);
        }
        Optional<Assignment> now = store.find(changed.id(), by.own());
        return now.<Result>map(Result.ChangedMeanwhile::new).orElseGet(Result.NotFound::new);
    }

    private static Result repeatOf(Assignment earlier, Assignment.Work work) {
        return earlier.work().equals(work) ? new Result.KeptBefore(earlier) : new Result.IdTaken();
    }
}
