package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Reference;

/**
 * One piece of evidence as it stands after its latest change.
 *
 * @param version counts up with each change
 * @param content what it says now: the latest revision, as arranged and reaffirmed since
 * @param history every change, oldest first; never empty
 * @param revisions what it said each time it was submitted, oldest first; never empty
 * @param approval the latest acceptance, kept whatever happens afterwards
 * @param replaces the older item that it replaces once it is accepted
 * @param replacedBy the newer item that replaced it
 */
public record Evidence(
        EvidenceId id,
        long version,
        ProviderId provider,
        Content content,
        List<EvidenceFile> files,
        EvidenceState state,
        List<Step> history,
        List<Revision> revisions,
        @Nullable Approval approval,
        @Nullable EvidenceId replaces,
        @Nullable EvidenceId replacedBy) {

    /** One change: who did what, which state it led to, when, and why if a reason was given. */
    public record Step(
            long version,
            Action action,
            EvidenceState state,
            Instant at,
            Person by,
            @Nullable String reason) {

        public static Step first(Person by, Instant at) {
            return new Step(1, Action.SUBMITTED, EvidenceState.SUBMITTED, at, by, null);
        }

        public Step withoutReason() {
            return new Step(version, action, state, at, by, null);
        }
    }

    public Evidence {
        files = List.copyOf(files);
        history = List.copyOf(history);
        revisions = List.copyOf(revisions);
        if (history.isEmpty() || revisions.isEmpty()) {
            throw new IllegalArgumentException("evidence was submitted once");
        }
    }

    /** New evidence, announced. */
    public static EvidenceEvent.Submitted submit(
            EvidenceId id, ProviderId provider, Content content, List<EvidenceFile> files, Step first, UUID eventId) {
        return Changes.submit(new NewItem(id, provider, content, files, null), List.of(first), eventId);
    }

    /** What a provider submits for the first time. */
    public record NewItem(
            EvidenceId id,
            ProviderId provider,
            Content content,
            List<EvidenceFile> files,
            @Nullable EvidenceId replaces) {}

    /** New evidence, announced; the last step is its submission, those before it tell how it was drafted. */
    public static EvidenceEvent.Submitted submit(NewItem item, List<Step> steps, UUID eventId) {
        return Changes.submit(item, steps, eventId);
    }

    /** What was approved stays approved on record, and counts no longer: somebody looks again. */
    public EvidenceEvent.Submitted resubmit(
            Content revised,
            List<EvidenceFile> revisedFiles,
            @Nullable String why,
            Person by,
            Instant at,
            UUID eventId) {
        require(state.canBeRevised() && by.belongsTo(provider));
        var revision = Revision.of(latestRevision().number() + 1, revised, revisedFiles, at, by);
        return new EvidenceEvent.Submitted(eventId, new Changes(this).resubmitted(revision, why));
    }

    /** Nobody reviews what they or their own organisation submitted. */
    public boolean mayBeReviewedBy(Person reviewer) {
        return !reviewer.belongsTo(provider)
                && revisions.stream().noneMatch(revision -> revision.by().is(reviewer));
    }

    /** Who has it in review. */
    public Optional<Person> reviewer() {
        return state == EvidenceState.IN_REVIEW ? Optional.of(changeOfState().by()) : Optional.empty();
    }

    /** Whether this person may decide now: independent, and nobody else is at it. */
    public boolean mayBeDecidedBy(Person person) {
        return state.awaitsReview()
                && mayBeReviewedBy(person)
                && reviewer().map(reviewer -> reviewer.is(person)).orElse(true);
    }

    /** Takes it up, or over from another. */
    public EvidenceEvent.ReviewStarted startReview(Person by, Instant at, UUID eventId) {
        require(state.awaitsReview() && mayBeReviewedBy(by));
        return new EvidenceEvent.ReviewStarted(
                eventId, new Changes(this).to(EvidenceState.IN_REVIEW, Action.REVIEW_STARTED, by, at, null));
    }

    public EvidenceEvent.ReviewReleased releaseReview(Person by, Instant at, UUID eventId) {
        require(state == EvidenceState.IN_REVIEW && mayBeDecidedBy(by));
        return new EvidenceEvent.ReviewReleased(
                eventId, new Changes(this).to(EvidenceState.SUBMITTED, Action.REVIEW_RELEASED, by, at, null));
    }

    public EvidenceEvent.Accepted accept(Person by, Instant at, UUID eventId) {
        require(mayBeDecidedBy(by));
        return new EvidenceEvent.Accepted(eventId, new Changes(this).accepted(by, at));
    }

    public EvidenceEvent.Returned giveBack(String reason, Person by, Instant at, UUID eventId) {
        require(mayBeDecidedBy(by) && !reason.isBlank());
        return new EvidenceEvent.Returned(
                eventId, new Changes(this).to(EvidenceState.RETURNED, Action.RETURNED, by, at, reason));
    }

    public EvidenceEvent.Withdrawn withdraw(Person by, Instant at, UUID eventId) {
        return withdraw(null, by, at, eventId);
    }

    public EvidenceEvent.Withdrawn withdraw(@Nullable String reason, Person by, Instant at, UUID eventId) {
        require(state.canBeWithdrawn() && by.belongsTo(provider));
        return new EvidenceEvent.Withdrawn(
                eventId, new Changes(this).to(EvidenceState.WITHDRAWN, Action.WITHDRAWN, by, at, reason));
    }

    public EvidenceEvent.Superseded supersede(EvidenceId newer, String why, Instant at, UUID eventId) {
        require(canBeSuperseded() && !newer.equals(id));
        return new EvidenceEvent.Superseded(eventId, new Changes(this).superseded(newer, why, at));
    }

    public boolean canBeSuperseded() {
        return state == EvidenceState.ACCEPTED || state == EvidenceState.EXPIRED || state == EvidenceState.RETURNED;
    }

    public EvidenceEvent.Expired expire(String why, Instant at, UUID eventId) {
        require(state == EvidenceState.ACCEPTED);
        return new EvidenceEvent.Expired(
                eventId, new Changes(this).to(EvidenceState.EXPIRED, Action.EXPIRED, Person.NOBODY, at, why));
    }

    /** It answers these newer texts too; what was accepted, and against which text, stays in its revision. */
    public EvidenceEvent.Reaffirmed reaffirm(
            SortedSet<Reference> texts, @Nullable String why, Person by, Instant at, UUID eventId) {
        require(state == EvidenceState.ACCEPTED && by.belongsTo(provider));
        return new EvidenceEvent.Reaffirmed(
                eventId, new Changes(this).saying(content.answering(texts), Action.REAFFIRMED, by, at, why));
    }

    /** Gives it to another colleague or hangs it on other threads. */
    public EvidenceEvent.Arranged arrange(
            String owner, SortedSet<UUID> threads, @Nullable String why, Person by, Instant at, UUID eventId) {
        require(by.belongsTo(provider));
        return new EvidenceEvent.Arranged(
                eventId, new Changes(this).saying(content.arranged(owner, threads), Action.ARRANGED, by, at, why));
    }

    /** The first submission. */
    public Step submitted() {
        return history.stream()
                .filter(step -> step.action() == Action.SUBMITTED)
                .findFirst()
                .orElseGet(history::getFirst);
    }

    public Step latest() {
        return history.getLast();
    }

    /** The step that led to the present state. */
    public Step changeOfState() {
        return history.reversed().stream()
                .filter(step -> !step.action().keepsState())
                .findFirst()
                .orElseGet(this::latest);
    }

    public Revision latestRevision() {
        return revisions.getLast();
    }

    public Optional<Revision> revision(int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .findFirst();
    }

    /** Whether something else stands here now than an assessor accepted. */
    public boolean changedSinceApproval() {
        return approval != null && !approval.contentHash().equals(ContentHash.of(content, files));
    }

    /** Whether this person's latest word on it was exactly this, so that saying it again changes nothing. */
    public boolean alreadySaid(EvidenceState wanted, Person by, @Nullable String reason) {
        Step change = changeOfState();
        return state == wanted
                && change.by().is(by)
                && Optional.ofNullable(reason).equals(Optional.ofNullable(change.reason()));
    }

    public Optional<EvidenceFile> file(UUID fileId) {
        return files.stream().filter(file -> file.id().equals(fileId)).findFirst();
    }

    /** A file of any revision: what was once sent stays to be looked at. */
    public Optional<EvidenceFile> fileOfAnyRevision(UUID fileId) {
        return file(fileId)
                .or(() -> revisions.stream()
                        .flatMap(revision -> revision.file(fileId).stream())
                        .findFirst());
    }

    /** Sorts by time of first submission; unique and lasting, so that a list can go on after any item and shows each once. */
    public String listKey() {
        return key(submitted().at());
    }

    /** Sorts by how long it has waited for a review; unique. */
    public String waitingKey() {
        return key(latestRevision().at());
    }

    private String key(Instant at) {
        return "%015d-%s".formatted(at.toEpochMilli(), id);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("not allowed in this state or by this person");
        }
    }
}
