package org.ncsoversight.evidence.items.withdrawing;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.ChangedMeanwhile;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.Invalid;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotFound;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotNow;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotYours;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.Withdrawn;
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

/** Withdrawing for programs. */
@RestController
class WithdrawEvidenceApi {

    /** Why it is taken back; may be left out. */
    record Why(@Nullable String reason) {}

    private final WithdrawEvidence withdrawEvidence;

    WithdrawEvidenceApi(WithdrawEvidence withdrawEvidence) {
        this.withdrawEvidence = withdrawEvidence;
    }

    @PostMapping("/api/evidence/items/{id}/withdrawal")
    ResponseEntity<EvidenceBody> withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Why body) {
        String reason = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        var command = new WithdrawEvidence.Command(
                new EvidenceId(id), IfMatch.stated(ifMatch), reason, caller.person(), caller.visible());
        return switch (withdrawEvidence.withdraw(command)) {
            case Withdrawn(var evidence) -> EvidenceBody.answer(evidence);
            case NotFound(), NotYours() -> throw Problem.notFound(id.toString());
            case Invalid(var errors) -> throw Problem.invalid(errors);
            case NotNow _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-withdrawable",
                        "Another item has replaced evidence %s, so it counts no more anyway".formatted(id));
            case ChangedMeanwhile(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
        };
    }
}
