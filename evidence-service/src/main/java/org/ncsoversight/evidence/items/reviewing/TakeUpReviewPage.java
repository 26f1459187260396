package org.ncsoversight.evidence.items.reviewing;

import java.net.URI;
import java.util.UUID;
import org.ncsoversight.evidence.items.reviewing.TakeUpReview.Command;
import org.ncsoversight.evidence.items.reviewing.TakeUpReview.Result;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons of the review page that take a review up, over or back; the page itself shows what came of it. */
@Controller
class TakeUpReviewPage {

    private final TakeUpReview takeUpReview;

    TakeUpReviewPage(TakeUpReview takeUpReview) {
        this.takeUpReview = takeUpReview;
    }

    @PostMapping("/evidence/{id}/review/start")
    ResponseEntity<Void> start(Caller caller, @PathVariable UUID id, @RequestParam long version) {
        var command = new Command(new EvidenceId(id), version, caller.person(), caller.visible());
        return answer(takeUpReview.start(command), id, "");
    }

    @PostMapping("/evidence/{id}/review/release")
    ResponseEntity<Void> release(Caller caller, @PathVariable UUID id, @RequestParam long version) {
        var command = new Command(new EvidenceId(id), version, caller.person(), caller.visible());
        return answer(takeUpReview.release(command), id, "/evidence/reviews");
    }

    private static ResponseEntity<Void> answer(Result result, UUID id, String whenDone) {
        String page = "/evidence/" + id + "/review";
        String next = switch (result) {
            case Result.Done _ -> whenDone.isEmpty() ? page : whenDone;
            case Result.NotFound() -> throw Problem.notFound(id.toString());
            case Result.NotIndependent(), Result.NotAwaitingReview _ -> page;
            case Result.ChangedMeanwhile _, Result.InReviewByAnother _ -> page + "?changed=true";
        };
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(next))
                .build();
    }
}
