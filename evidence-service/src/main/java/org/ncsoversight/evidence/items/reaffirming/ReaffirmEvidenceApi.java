package org.ncsoversight.evidence.items.reaffirming;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.items.reaffirming.ReaffirmEvidence.Result;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
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

/** Reaffirming for programs. */
@RestController
class ReaffirmEvidenceApi {

    /** Why it still answers the text. */
    record Reason(@Nullable String reason) {}

    private final ReaffirmEvidence reaffirmEvidence;

    ReaffirmEvidenceApi(ReaffirmEvidence reaffirmEvidence) {
        this.reaffirmEvidence = reaffirmEvidence;
    }

    @PostMapping("/api/evidence/items/{id}/reaffirmation")
    ResponseEntity<EvidenceBody> reaffirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Reason body) {
        String why = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        return switch (reaffirmEvidence.reaffirm(new EvidenceId(id), IfMatch.version(ifMatch), why, caller)) {
            case Result.Reaffirmed(var evidence) -> EvidenceBody.answer(evidence);
            case Result.NotFound() -> throw Problem.notFound(id.toString());
            case Result.NotTheOwner() ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-the-owner",
                        "Its owner or somebody who may submit reaffirms evidence");
            case Result.NotAccepted(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-accepted",
                        "Evidence %s is %s, and only accepted evidence is reaffirmed"
                                .formatted(id, now.state().word()));
            case Result.ReasonTooLong(var limit) ->
                throw Problem.invalid(List.of(new FieldError(
                        "reason", "reason-too-long", "Reason must be %,d characters or less".formatted(limit))));
            case Result.ChangedMeanwhile(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
        };
    }
}
