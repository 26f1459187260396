package org.ncsoversight.evidence.items.reviewing;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Decision;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.ChangedMeanwhile;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.FilesWithheld;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.InReviewByAnother;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.Invalid;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotAwaitingReview;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotFound;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.NotIndependent;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result.Reviewed;
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

/** Reviewing for programs. */
@RestController
class ReviewEvidenceApi {

    /** Why evidence is returned. */
    record Reason(@Nullable String reason) {}

    private final ReviewEvidence reviewEvidence;

    ReviewEvidenceApi(ReviewEvidence reviewEvidence) {
        this.reviewEvidence = reviewEvidence;
    }

    @PostMapping("/api/evidence/items/{id}/acceptance")
    ResponseEntity<EvidenceBody> accept(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return review(caller, id, ifMatch, new Decision.Accept());
    }

    @PostMapping("/api/evidence/items/{id}/return")
    ResponseEntity<EvidenceBody> giveBack(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable Reason body) {
        String reason = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        return review(caller, id, ifMatch, new Decision.Return(reason));
    }

    private ResponseEntity<EvidenceBody> review(Caller caller, UUID id, @Nullable String ifMatch, Decision decision) {
        var command = new ReviewEvidence.Command(
                new EvidenceId(id), IfMatch.stated(ifMatch), decision, caller.person(), caller.visible());
        return switch (reviewEvidence.review(command)) {
            case Reviewed(var evidence) -> EvidenceBody.answer(evidence);
            case NotFound() -> throw Problem.notFound(id.toString());
            case Invalid(var errors) -> throw Problem.invalid(errors);
            case NotIndependent() ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "reviewer-not-independent",
                        "Nobody reviews what they or their own organisation submitted");
            case ChangedMeanwhile(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
            case InReviewByAnother _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "in-review-by-another",
                        "Another assessor has evidence %s in review".formatted(id));
            case FilesWithheld withheld ->
                throw Problem.of(HttpStatus.CONFLICT, "files-withheld", FileFacts.notAcceptableYet(withheld.files()));
            case NotAwaitingReview(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-awaiting-review",
                        "Evidence %s is %s already".formatted(id, now.state().word()));
        };
    }
}
