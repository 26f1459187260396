package org.ncsoversight.evidence.items.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;
import org.ncsoversight.evidence.items.bulk.Outcome.Verdict;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.intake.SubmitDraft;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.presentation.ItemWords;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.springframework.stereotype.Component;

/** Submits drafts. */
@Component
class SubmitEach implements EachItem {

    private static final String ITEM_CHANGED = "item-changed";

    private final SubmitDraft submitDraft;
    private final ReadSubmission reader;
    private final DraftStore drafts;
    private final EvidenceStore store;
    private final ItemWords words;

    SubmitEach(
            SubmitDraft submitDraft, ReadSubmission reader, DraftStore drafts, EvidenceStore store, ItemWords words) {
        this.submitDraft = submitDraft;
        this.reader = reader;
        this.drafts = drafts;
        this.store = store;
        this.words = words;
    }

    @Override
    public BulkAction action() {
        return BulkAction.SUBMIT;
    }

    @Override
    public Outcome look(Wanted item, BulkCommand command) {
        var own = command.caller().own();
        return drafts.find(item.id(), own)
                .map(draft -> changedItem(draft, command)
                        .map(now -> itemChanged(draft, now))
                        .orElseGet(() -> look(draft, item)))
                .or(() -> store.find(item.id(), own).map(SubmitEach::submitted))
                .orElseGet(() -> Outcome.notFound(item.id()));
    }

    @Override
    public Outcome act(Wanted item, BulkCommand command) {
        var own = command.caller().own();
        Outcome before = look(item, command);
        // A repeat may find its item changed by itself, and that it was submitted.
        if (before.verdict() != Verdict.WILL_HAPPEN && !before.code().equals(ITEM_CHANGED)) {
            return before;
        }
        var wish = new SubmitDraft.Command(
                item.id(),
                item.version(),
                null,
                command.reason(),
                command.caller().person(),
                own);
        return switch (submitDraft.submit(wish)) {
            case SubmitDraft.Result.Submitted(var evidence) -> submitted(evidence);
            case SubmitDraft.Result.SubmittedBefore(var evidence) -> submitted(evidence);
            case SubmitDraft.Result.NotFound() -> Outcome.notFound(item.id());
            case SubmitDraft.Result.Invalid(var errors) -> refused(before, "invalid-fields", words(errors));
            case SubmitDraft.Result.DraftChanged(var now) -> changed(now);
            case SubmitDraft.Result.ItemChanged(var draft, var now) -> itemChanged(draft, now);
            case SubmitDraft.Result.IdTaken(var id) -> Outcome.notFound(id);
            case SubmitDraft.Result.CriteriaNotYetKnown() ->
                refused(before, "criteria-not-yet-known", "The criteria are not yet known here. Try again in a minute");
        };
    }

    /** What a draft revises, if it is no longer what the draft started from. */
    private Optional<Evidence> changedItem(Draft draft, BulkCommand command) {
        return Optional.of(draft)
                .filter(Draft::isRevision)
                .flatMap(one -> store.find(one.id(), command.caller().own()))
                .filter(now -> now.version() != draft.revises() || !now.state().canBeRevised());
    }

    private Outcome itemChanged(Draft draft, Evidence now) {
        return of(
                draft,
                Verdict.REFUSED,
                ITEM_CHANGED,
                "The evidence it revises has changed and is %s now. Open the draft to see both"
                        .formatted(words.state(now.state()).toLowerCase(Locale.UK)));
    }

    private Outcome look(Draft draft, Wanted item) {
        if (draft.version() != item.version()) {
            return changed(draft);
        }
        String owner = draft.started().by().username();
        return switch (reader.read(draft.proposal(), draft.files().size(), owner)) {
            case ReadSubmission.Outcome.Read _ -> of(draft, Verdict.WILL_HAPPEN, "possible", "Will be submitted");
            case ReadSubmission.Outcome.Invalid(var errors) ->
                of(draft, Verdict.REFUSED, "invalid-fields", words(errors));
            case ReadSubmission.Outcome.CriteriaNotYetKnown() ->
                of(draft, Verdict.REFUSED, "criteria-not-yet-known", "The criteria are not yet known here");
        };
    }

    private static Outcome changed(Draft now) {
        return of(
                now,
                Verdict.REFUSED,
                "changed-meanwhile",
                "Somebody saved this draft since you looked at it. Look again");
    }

    private static Outcome of(Draft draft, Verdict verdict, String code, String message) {
        return new Outcome(
                draft.id(), title(draft), verdict, code, message, EvidenceState.DRAFT.word(), draft.version());
    }

    private static Outcome submitted(Evidence evidence) {
        return new Outcome(
                evidence.id(),
                evidence.content().title(),
                Verdict.DONE,
                "done",
                "Submitted",
                evidence.state().word(),
                evidence.version());
    }

    private static Outcome refused(Outcome before, String code, String message) {
        EvidenceId id = before.id();
        return new Outcome(id, before.title(), Verdict.REFUSED, code, message, before.state(), before.version());
    }

    static String title(Draft draft) {
        return draft.proposal().has(Field.TITLE) ? draft.proposal().text(Field.TITLE) : "Draft without a title";
    }

    private static String words(List<FieldError> errors) {
        return "Not complete: "
                + errors.stream().map(FieldError::message).distinct().collect(Collectors.joining("; "));
    }
}
