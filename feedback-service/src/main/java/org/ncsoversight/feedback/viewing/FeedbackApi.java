package org.ncsoversight.feedback.viewing;

import static org.ncsoversight.feedback.refusing.Refusals.notFound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.feedback.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The summary for machines. */
@RestController
class FeedbackApi {

    record Summary(
            @Nullable String provider,
            List<MonthFigure> months,

            @Schema(description = "How many mystery shops are kept.", minimum = "0")
            int shops) {}

    private final SeeFeedback seeFeedback;

    FeedbackApi(SeeFeedback seeFeedback) {
        this.seeFeedback = seeFeedback;
    }

    @Operation(
            summary = "Share of positive answers by month, and how many shops",
            description = "A month with fewer than 10 answers shows neither share nor base.")
    @Returns(Summary.class)
    @GetMapping("/api/feedback/summary")
    ResponseEntity<?> summary(Caller caller, @RequestParam(required = false) @Nullable String provider) {
        var overview = seeFeedback.of(provider, caller);
        if (overview.isEmpty()) {
            return ResponseEntity.of(notFound()).build();
        }
        var seen = overview.get();
        return ResponseEntity.ok(new Summary(
                seen.provider().map(known -> known.ukprn().value()).orElse(null),
                seen.months(),
                seen.shops().size()));
    }
}
