package org.ncsoversight.evidence.items.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.files.store.FileScans;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a draft into a revision of the item with the same id, once; only then the draft goes. */
@Component
public class SubmitDraft {

    private static final Logger log = LoggerFactory.getLogger(SubmitDraft.class);

    /**
     * A draft to submit.
     *
     * @param seenVersion the version of the draft they looked at, or null when they did not say
     * @param seenItem the version of the item they know that it revises, or null for the one the draft started from
     * @param why what changed and why, in a revision
     */
    public record Command(
            EvidenceId id,
            @Nullable Long seenVersion,
            @Nullable Long seenItem,
            String why,
            Person by,
            VisibleProviders own) {}

    /** Every way a submission can end. */
    public sealed interface Result {

        record Submitted(Evidence evidence) implements Result {}

        record SubmittedBefore(Evidence evidence) implements Result {}

        record NotFound() implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}

        /** Somebody else saved the draft. */
        record DraftChanged(Draft now) implements Result {}

        /** The item it revises is no longer what it was. */
        record ItemChanged(Draft draft, Evidence now) implements Result {}

        record IdTaken(EvidenceId id) implements Result {}

        record CriteriaNotYetKnown() implements Result {}
    }

    private final EvidenceStore store;
    private final DraftStore drafts;
    private final ReadSubmission reader;
    private final FileScans scans;
    private final Clock clock;

    SubmitDraft(EvidenceStore store, DraftStore drafts, ReadSubmission reader, FileScans scans, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.reader = reader;
        this.scans = scans;
        this.clock = clock;
    }

    public Result submit(Command command) {
        var found = drafts.find(command.id(), command.own());
        var item = store.find(command.id(), command.own());
        if (found.isEmpty()) {
            // Sent twice: the first time has made the item and taken the draft away.
            return item.filter(evidence -> evidence.latestRevision().by().is(command.by()))
                    .<Result>map(Result.SubmittedBefore::new)
                    .orElseGet(Result.NotFound::new);
        }
        Draft draft = found.get();
        if (command.seenVersion() != null && command.seenVersion() != draft.version()) {
            return new Result.DraftChanged(draft);
        }
        var errors = new ArrayList<>(Note.errors("reason", command.why()));
        errors.addAll(infected(draft));
        if (!errors.isEmpty()) {
            return new Result.Invalid(List.copyOf(errors));
        }
        return switch (reader.read(
                draft.proposal(), draft.files().size(), draft.started().by().username())) {
            case ReadSubmission.Outcome.CriteriaNotYetKnown() -> new Result.CriteriaNotYetKnown();
            case ReadSubmission.Outcome.Invalid(var wrong) -> new Result.Invalid(wrong);
            case ReadSubmission.Outcome.Read read ->
                item.map(evidence -> revise(evidence, draft, read.content(), command))
                        .orElseGet(() -> create(draft, read.content(), command));
        };
    }

    private Result create(Draft draft, Content content, Command command) {
        var replaces = replaced(draft, command.own());
        if (replaces.isEmpty() && draft.proposal().has(Field.REPLACES)) {
            return new Result.Invalid(List.of(
                    new FieldError("replaces", "replaced-unknown", "There is no such evidence of yours to replace")));
        }
        var steps = new ArrayList<Evidence.Step>();
        draft.steps().forEach(step -> steps.add(step.withoutReason())); // A note to the lead is for the lead.
        steps.add(new Evidence.Step(
                draft.version() + 1, Action.SUBMITTED, EvidenceState.SUBMITTED, clock.instant(), command.by(), null));
        var item = new Evidence.NewItem(draft.id(), draft.provider(), content, draft.files(), replaces.orElse(null));
        var event = Evidence.submit(item, steps, UUID.randomUUID());
        if (!store.add(event)) {
            return store.find(draft.id(), command.own())
                    .map(evidence -> revise(evidence, draft, content, command))
                    .orElseGet(() -> new Result.IdTaken(draft.id()));
        }
        return done(event, draft);
    }

    private Result revise(Evidence evidence, Draft draft, Content content, Command command) {
        var latest = evidence.latestRevision();
        // Once somebody else had a say, sending the same again is an answer to that and no repeat.
        boolean sentBefore = evidence.latest().action() == Action.SUBMITTED
                && latest.content().saysTheSameAs(content)
                && latest.files().equals(draft.files())
                && (!draft.isRevision() || evidence.version() > draft.revises())
                && latest.by().is(command.by());
        if (sentBefore) {
            drafts.remove(draft);
            return new Result.SubmittedBefore(evidence);
        }
        long seen = Objects.requireNonNullElse(command.seenItem(), draft.revises());
        if (seen != evidence.version() || !evidence.state().canBeRevised()) {
            return new Result.ItemChanged(draft, evidence);
        }
        Instant now = clock.instant();
        var why = Optional.of(Text.clean(command.why())).filter(text -> !text.isEmpty());
        var event = evidence.resubmit(
                arranged(content, draft, evidence),
                draft.files(),
                why.orElse(null),
                command.by(),
                now,
                UUID.randomUUID());
        if (!store.change(event)) {
            return new Result.ItemChanged(
                    draft, store.find(draft.id(), command.own()).orElseThrow());
        }
        return done(event, draft);
    }

    /** Their content is gone already; those that wait for their scan may be submitted, and keep it from being accepted. */
    private List<FieldError> infected(Draft draft) {
        var known = scans.of(draft.files().stream().map(EvidenceFile::id).toList());
        return draft.files().stream()
                .filter(file ->
                        known.containsKey(file.id()) && known.get(file.id()).state() == ScanState.INFECTED)
                .map(file -> new FieldError(
                        "files",
                        "file-infected",
                        "A virus was found in “%s”. Remove it, and add a clean file instead"
                                .formatted(Text.brief(file.name()))))
                .toList();
    }

    /** Who answers for it and its threads stay as they are by now, unless the draft says otherwise. */
    private static Content arranged(Content content, Draft draft, Evidence now) {
        var typed = draft.proposal();
        var owner = Optional.ofNullable(
                        typed.has(Field.OWNER) ? content.owner() : now.content().owner())
                .or(() -> Optional.ofNullable(content.owner()));
        var threads = (typed.has(Field.THREADS) ? content : now.content()).threads();
        return content.arranged(owner.orElseThrow(), threads);
    }

    /** A draft that was saved meanwhile stays, as the next revision to come. */
    private Result done(EvidenceEvent.Submitted event, Draft draft) {
        drafts.remove(draft);
        log.atInfo()
                .addKeyValue("evidenceId", draft.id())
                .addKeyValue("revision", event.evidence().latestRevision().number())
                .log("Draft submitted");
        return new Result.Submitted(event.evidence());
    }

    private Optional<EvidenceId> replaced(Draft draft, VisibleProviders own) {
        return EvidenceId.of(draft.proposal().text(Field.REPLACES).strip())
                .filter(older -> !older.equals(draft.id()))
                .filter(older -> store.find(older, own).isPresent());
    }
}
