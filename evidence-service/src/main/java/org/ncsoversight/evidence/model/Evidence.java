package org.ncsoversight.evidence.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence as it stands after its latest change.
 *
 * @param version counts up from 1 with each change
 * @param history every change, oldest first; never empty
 */
public record Evidence(
        EvidenceId id,
        long version,
        ProviderId provider,
        Content content,
        List<EvidenceFile> files,
        EvidenceState state,
        List<Step> history) {

    /** One change: who brought the evidence into which state, when, and why if a reason was given. */
    public record Step(
            long version,
            EvidenceState state,
            Instant at,
            Person by,
            @Nullable String reason) {

        public static Step first(Person by, Instant at) {
            return new Step(1, EvidenceState.SUBMITTED, at, by, null);
        }
    }

    public Evidence {
        files = List.copyOf(files);
        history = List.copyOf(history);
        if (history.isEmpty()) {
            throw new IllegalArgumentException("evidence has a first step");
        }
    }

    /** New evidence, announced. */
    public static EvidenceEvent.Submitted submit(
            EvidenceId id, ProviderId provider, Content content, List<EvidenceFile> files, Step first, UUID eventId) {
        var evidence = new Evidence(id, first.version(), provider, content, files, first.state(), List.of(first));
        return new EvidenceEvent.Submitted(eventId, evidence);
    }

    /** Nobody reviews what they or their own organisation submitted. */
    public boolean mayBeReviewedBy(Person reviewer) {
        return !reviewer.belongsTo(provider) && !reviewer.is(submitted().by());
    }

    public EvidenceEvent.Accepted accept(Person by, Instant at, UUID eventId) {
        require(state.awaitsReview() && mayBeReviewedBy(by));
        return new EvidenceEvent.Accepted(eventId, after(EvidenceState.ACCEPTED, by, at, null));
    }

    public EvidenceEvent.Returned giveBack(String reason, Person by, Instant at, UUID eventId) {
        require(state.awaitsReview() && mayBeReviewedBy(by) && !reason.isBlank());
        return new EvidenceEvent.Returned(eventId, after(EvidenceState.RETURNED, by, at, reason));
    }

    public EvidenceEvent.Withdrawn withdraw(Person by, Instant at, UUID eventId) {
        require(state.canBeWithdrawn() && by.belongsTo(provider));
        return new EvidenceEvent.Withdrawn(eventId, after(EvidenceState.WITHDRAWN, by, at, null));
    }

    public Step submitted() {
        return history.getFirst();
    }

    public Step latest() {
        return history.getLast();
    }

    /** Whether this person's latest word on it was exactly this, so that saying it again changes nothing. */
    public boolean alreadySaid(EvidenceState wanted, Person by, @Nullable String reason) {
        return state == wanted
                && latest().by().is(by)
                && Optional.ofNullable(reason).equals(Optional.ofNullable(latest().reason()));
    }

    public Optional<EvidenceFile> file(UUID fileId) {
        return files.stream().filter(file -> file.id().equals(fileId)).findFirst();
    }

    /** Sorts by time of submission; unique, so that a list can go on after any item. */
    public String listKey() {
        return "%015d-%s".formatted(submitted().at().toEpochMilli(), id);
    }

    private Evidence after(EvidenceState next, Person by, Instant at, @Nullable String reason) {
        var steps = new ArrayList<>(history);
        steps.add(new Step(version + 1, next, at, by, reason));
        return new Evidence(id, version + 1, provider, content, files, next, steps);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("not allowed in this state or by this person");
        }
    }
}
