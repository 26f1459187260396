package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;

/** Writes the next version of a piece of evidence; {@link Evidence} has checked that it may be. */
final class Changes {

    private final Evidence before;

    Changes(Evidence before) {
        this.before = before;
    }

    static EvidenceEvent.Submitted submit(Evidence.NewItem item, List<Evidence.Step> steps, UUID eventId) {
        var last = steps.getLast();
        var evidence = new Evidence(
                item.id(),
                last.version(),
                item.provider(),
                item.content(),
                item.files(),
                EvidenceState.SUBMITTED,
                steps,
                List.of(Revision.of(1, item.content(), item.files(), last.at(), last.by())),
                null,
                item.replaces(),
                null);
        return new EvidenceEvent.Submitted(eventId, evidence);
    }

    Evidence to(EvidenceState next, Action action, Person by, Instant at, @Nullable String why) {
        return next(next, step(action, next, by, at, why), before.approval(), before.replacedBy());
    }

    Evidence accepted(Person by, Instant at) {
        var revision = before.latestRevision();
        var approval = new Approval(revision.number(), revision.contentHash(), at, by);
        var step = step(Action.ACCEPTED, EvidenceState.ACCEPTED, by, at, null);
        return next(EvidenceState.ACCEPTED, step, approval, before.replacedBy());
    }

    Evidence superseded(EvidenceId newer, String why, Instant at) {
        var step = step(Action.SUPERSEDED, EvidenceState.SUPERSEDED, Person.NOBODY, at, why);
        return next(EvidenceState.SUPERSEDED, step, before.approval(), newer);
    }

    Evidence resubmitted(Revision revision, @Nullable String why) {
        var revisions = new ArrayList<>(before.revisions());
        revisions.add(revision);
        var step = step(Action.SUBMITTED, EvidenceState.SUBMITTED, revision.by(), revision.at(), why);
        return new Evidence(
                before.id(),
                step.version(),
                before.provider(),
                revision.content(),
                revision.files(),
                EvidenceState.SUBMITTED,
                historyAnd(step),
                revisions,
                before.approval(),
                before.replaces(),
                before.replacedBy());
    }

    /** The state stays, and so does what was submitted. */
    Evidence saying(Content content, Action action, Person by, Instant at, @Nullable String why) {
        var step = step(action, before.state(), by, at, why);
        return new Evidence(
                before.id(),
                step.version(),
                before.provider(),
                content,
                before.files(),
                before.state(),
                historyAnd(step),
                before.revisions(),
                before.approval(),
                before.replaces(),
                before.replacedBy());
    }

    private Evidence next(
            EvidenceState state, Evidence.Step step, @Nullable Approval approval, @Nullable EvidenceId replacedBy) {
        return new Evidence(
                before.id(),
                step.version(),
                before.provider(),
                before.content(),
                before.files(),
                state,
                historyAnd(step),
                before.revisions(),
                approval,
                before.replaces(),
                replacedBy);
    }

    private Evidence.Step step(Action action, EvidenceState state, Person by, Instant at, @Nullable String why) {
        return new Evidence.Step(before.version() + 1, action, state, at, by, why);
    }

    private List<Evidence.Step> historyAnd(Evidence.Step step) {
        var steps = new ArrayList<>(before.history());
        steps.add(step);
        return steps;
    }
}
