package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * Evidence in preparation, seen by its own provider only; submitting makes it a revision of the item with the same id.
 *
 * @param version counts up from 1 with each save
 * @param proposal what was typed so far, right or wrong
 * @param revises the version of the item that it started from; 0 while there is no such item
 * @param handedOver whether somebody who may not submit has left it to a lead
 * @param steps how it came about, for the item's history; never empty
 */
public record Draft(
        EvidenceId id,
        long version,
        ProviderId provider,
        Proposal proposal,
        List<EvidenceFile> files,
        long revises,
        boolean handedOver,
        List<Evidence.Step> steps,
        Instant savedAt,
        Person savedBy) {

    public Draft {
        files = List.copyOf(files);
        steps = List.copyOf(steps);
    }

    /** Of a new item. */
    public static Draft start(EvidenceId id, ProviderId provider, Proposal proposal, Person by, Instant at) {
        return start(id, provider, proposal, List.of(), 0, by, at);
    }

    /**
     * Of the next revision: the item itself stays as it is until the draft is submitted. Owner and threads are left out, because
     * they may change on the item meanwhile.
     */
    public static Draft of(Evidence evidence, Person by, Instant at) {
        return start(
                evidence.id(),
                evidence.provider(),
                Proposal.of(evidence).with(Field.OWNER, "").with(Field.THREADS, List.of()),
                evidence.files(),
                evidence.version(),
                by,
                at);
    }

    private static Draft start(
            EvidenceId id,
            ProviderId provider,
            Proposal proposal,
            List<EvidenceFile> files,
            long revises,
            Person by,
            Instant at) {
        var first = new Evidence.Step(1, Action.DRAFTED, EvidenceState.DRAFT, at, by, null);
        return new Draft(id, 1, provider, proposal, files, revises, false, List.of(first), at, by);
    }

    public boolean isRevision() {
        return revises > 0;
    }

    public Draft saying(Proposal changed, Person by, Instant at) {
        return new Draft(id, version + 1, provider, changed, files, revises, handedOver, steps, at, by);
    }

    public Draft holding(List<EvidenceFile> changed, Person by, Instant at) {
        return new Draft(id, version + 1, provider, proposal, changed, revises, handedOver, steps, at, by);
    }

    public Draft handOver(@Nullable String note, Person by, Instant at) {
        var all = new ArrayList<>(steps);
        all.add(new Evidence.Step(version + 1, Action.HANDED_OVER, EvidenceState.DRAFT, at, by, note));
        return new Draft(id, version + 1, provider, proposal, files, revises, true, all, at, by);
    }

    public Evidence.Step started() {
        return steps.getFirst();
    }

    /** The latest hand-over, with the note for the lead. */
    public Optional<Evidence.Step> handedOverAs() {
        return Optional.of(steps.getLast()).filter(step -> step.action() == Action.HANDED_OVER);
    }

    public Optional<EvidenceFile> file(UUID fileId) {
        return files.stream().filter(file -> file.id().equals(fileId)).findFirst();
    }

    /** Sorts by when it was started; unique and lasting. */
    public String listKey() {
        return "%015d-%s".formatted(started().at().toEpochMilli(), id);
    }
}
