package org.ncsoversight.feedback.viewing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.feedback.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The summary for machines. */
@RestController
class FeedbackApi {

    record Summary(@Nullable String provider, List<MonthFigure> months, int shops) {}

    private final SeeFeedback seeFeedback;

    FeedbackApi(SeeFeedback seeFeedback) {
        this.seeFeedback = seeFeedback;
    }

    @GetMapping("/api/feedback/summary")
    ResponseEntity<?> summary(Caller caller, @RequestParam(required = false) @Nullable String provider) {
        var overview = seeFeedback.of(provider, caller);
        if (overview.isEmpty()) {
            return Problem.notFound().answer();
        }
        var seen = overview.get();
        return ResponseEntity.ok(new Summary(
                seen.provider().map(known -> known.ukprn().value()).orElse(null),
                seen.months(),
                seen.shops().size()));
    }
}
