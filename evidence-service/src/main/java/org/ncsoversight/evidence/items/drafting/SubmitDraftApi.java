package org.ncsoversight.evidence.items.drafting;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.intake.SubmitDraft;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Submitting a draft, for programs. */
@RestController
class SubmitDraftApi {

    /** What changed and why, and the version of the item it is known to revise. */
    record Submission(@Nullable String reason, @Nullable Long itemVersion) {}

    private final SubmitDraft submitDraft;

    SubmitDraftApi(SubmitDraft submitDraft) {
        this.submitDraft = submitDraft;
    }

    @PostMapping("/api/evidence/drafts/{id}/submission")
    ResponseEntity<EvidenceBody> submit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Submission body) {
        var said = body == null ? new Submission(null, null) : body;
        var command = new SubmitDraft.Command(
                new EvidenceId(id),
                IfMatch.version(ifMatch),
                said.itemVersion(),
                Objects.requireNonNullElse(said.reason(), ""),
                caller.person(),
                caller.own());
        return switch (submitDraft.submit(command)) {
            case SubmitDraft.Result.Submitted(var evidence) ->
                EvidenceBody.answer(
                        ResponseEntity.created(URI.create("/api/evidence/items/" + evidence.id())), evidence);
            case SubmitDraft.Result.SubmittedBefore(var evidence) -> EvidenceBody.answer(evidence);
            case SubmitDraft.Result.NotFound() -> throw Problem.notFound(id.toString());
            case SubmitDraft.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case SubmitDraft.Result.DraftChanged(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
            case SubmitDraft.Result.ItemChanged changed ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "item-changed-meanwhile",
                        "Evidence %s is %s at version %d now; send that as itemVersion to submit all the same"
                                .formatted(
                                        id,
                                        changed.now().state().word(),
                                        changed.now().version()));
            case SubmitDraft.Result.IdTaken _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "id-taken", "Other evidence was submitted as %s before".formatted(id));
            case SubmitDraft.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }
}
