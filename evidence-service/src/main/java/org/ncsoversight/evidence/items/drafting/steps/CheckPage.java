package org.ncsoversight.evidence.items.drafting.steps;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.drafting.DraftEvidence;
import org.ncsoversight.evidence.items.drafting.DraftEvidence.Seen;
import org.ncsoversight.evidence.items.intake.ReadSubmission;
import org.ncsoversight.evidence.items.intake.SubmitDraft;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.store.DraftStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All answers once more before they are submitted, by whoever may; others leave them to a lead. */
@Controller
class CheckPage {

    private final SubmitDraft submitDraft;
    private final DraftEvidence draftEvidence;
    private final DraftStore drafts;
    private final ReadSubmission reader;
    private final CheckView view;

    CheckPage(
            SubmitDraft submitDraft,
            DraftEvidence draftEvidence,
            DraftStore drafts,
            ReadSubmission reader,
            CheckView view) {
        this.submitDraft = submitDraft;
        this.draftEvidence = draftEvidence;
        this.drafts = drafts;
        this.reader = reader;
        this.view = view;
    }

    @GetMapping("/evidence/drafts/{id}/check")
    ModelAndView check(Caller caller, @PathVariable UUID id) {
        return view.of(HttpStatus.OK, find(caller, id), caller, "", List.of());
    }

    @PostMapping("/evidence/drafts/{id}/submission")
    Object submit(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "0") long itemVersion,
            @RequestParam(defaultValue = "") String why) {
        var seenItem = itemVersion == 0 ? null : Long.valueOf(itemVersion);
        var command =
                new SubmitDraft.Command(new EvidenceId(id), version, seenItem, why, caller.person(), caller.own());
        return switch (submitDraft.submit(command)) {
            case SubmitDraft.Result.Submitted(var evidence) -> seeOther("/evidence/" + evidence.id() + "/submitted");
            case SubmitDraft.Result.SubmittedBefore(var evidence) ->
                seeOther("/evidence/" + evidence.id() + "/submitted");
            case SubmitDraft.Result.NotFound() -> throw Problem.notFound(id.toString());
            case SubmitDraft.Result.Invalid(var errors) ->
                view.of(HttpStatus.UNPROCESSABLE_CONTENT, find(caller, id), caller, why, errors);
            case SubmitDraft.Result.DraftChanged(var now) ->
                view.of(HttpStatus.CONFLICT, now, caller, why, List.of(changed(now)));
            case SubmitDraft.Result.ItemChanged changed ->
                view.of(HttpStatus.CONFLICT, changed.draft(), caller, why, List.of(itemChanged()));
            case SubmitDraft.Result.IdTaken _ ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "Other evidence was submitted under this id before");
            case SubmitDraft.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    @PostMapping("/evidence/drafts/{id}/handover")
    Object handOver(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String why) {
        Draft draft = find(caller, id);
        var read = reader.read(
                draft.proposal(), draft.files().size(), draft.started().by().username());
        if (read instanceof ReadSubmission.Outcome.Invalid(var errors)) {
            return view.of(HttpStatus.UNPROCESSABLE_CONTENT, draft, caller, why, errors);
        }
        return switch (draftEvidence.handOver(draft.id(), Seen.byPerson(version), why, caller)) {
            case DraftEvidence.Result.Kept _ -> seeOther("/evidence/drafts?handed=" + draft.id());
            case DraftEvidence.Result.Invalid(var errors) ->
                view.of(HttpStatus.UNPROCESSABLE_CONTENT, draft, caller, why, errors);
            case DraftEvidence.Result.ChangedMeanwhile(var now) ->
                view.of(HttpStatus.CONFLICT, now, caller, why, List.of(changed(now)));
            case DraftEvidence.Result _ -> throw Problem.notFound(id.toString());
        };
    }

    private static FieldError changed(Draft now) {
        return new FieldError(
                "changed",
                "changed-meanwhile",
                "%s saved this draft after you opened it. Check it as it is now"
                        .formatted(now.savedBy().username()));
    }

    private static FieldError itemChanged() {
        return new FieldError("changed", "item-changed-meanwhile", "The evidence has changed since you started");
    }

    private Draft find(Caller caller, UUID id) {
        return drafts.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
