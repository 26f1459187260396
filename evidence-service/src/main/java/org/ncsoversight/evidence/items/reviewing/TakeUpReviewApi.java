package org.ncsoversight.evidence.items.reviewing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.items.reviewing.TakeUpReview.Command;
import org.ncsoversight.evidence.items.reviewing.TakeUpReview.Result;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Taking up a review and releasing it, for programs; taking over needs If-Match. */
@RestController
class TakeUpReviewApi {

    private static final String PATH = "/api/evidence/items/{id}/review";

    private final TakeUpReview takeUpReview;

    TakeUpReviewApi(TakeUpReview takeUpReview) {
        this.takeUpReview = takeUpReview;
    }

    @PostMapping(PATH)
    ResponseEntity<EvidenceBody> start(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(takeUpReview.start(command(caller, id, ifMatch)), id, ifMatch);
    }

    @DeleteMapping(PATH)
    ResponseEntity<EvidenceBody> release(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(takeUpReview.release(command(caller, id, ifMatch)), id, ifMatch);
    }

    private static Command command(Caller caller, UUID id, @Nullable String ifMatch) {
        return new Command(new EvidenceId(id), IfMatch.version(ifMatch), caller.person(), caller.visible());
    }

    private static ResponseEntity<EvidenceBody> answer(Result result, UUID id, @Nullable String ifMatch) {
        return switch (result) {
            case Result.Done(var evidence) -> EvidenceBody.answer(evidence);
            case Result.NotFound() -> throw Problem.notFound(id.toString());
            case Result.NotIndependent() ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "reviewer-not-independent",
                        "Nobody reviews what they or their own organisation submitted");
            case Result.ChangedMeanwhile(var now) ->
                throw Problem.changedMeanwhile(IfMatch.statusWhenStale(ifMatch), now.id(), now.version());
            case Result.NotAwaitingReview(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-awaiting-review",
                        "Evidence %s is %s already".formatted(id, now.state().word()));
            case Result.InReviewByAnother(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "in-review-by-another",
                        "Another assessor has evidence %s in review; it is at version %d".formatted(id, now.version()));
        };
    }
}
