package org.ncsoversight.outcomes.viewing;

import static org.ncsoversight.outcomes.refusing.Refusals.notFound;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.outcomes.contract.ClaimMessage;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.security.Caller;
import org.ncsoversight.outcomes.viewing.Claims.MonthlyCount;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has been claimed, for machines. */
@RestController
@RequestMapping("/api/outcomes")
class ClaimsApi {

    static final int LARGEST_PAGE = 200;

    /** @param next where the following page begins; absent on the last page */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<ClaimMessage> claims, @Nullable String next) {}

    record Summary(List<Row> months) {

        record Row(
                @Schema(description = "UKPRN of the organisation that claims.")
                String provider,

                String month,

                @Schema(description = "1 to 5.", minimum = "1", maximum = "5")
                int outcomeType,

                @Schema(description = "How many claims.", minimum = "0")
                int claims,

                @Schema(description = "How many of them for priority clients.", minimum = "0")
                int priorityClaims) {

            static Row of(MonthlyCount count) {
                return new Row(
                        count.provider().value(),
                        count.month().toString(),
                        count.type().code(),
                        count.claims(),
                        count.priorityClaims());
            }
        }
    }

    private final Claims claims;
    private final Subject subject;

    ClaimsApi(Claims claims, Subject subject) {
        this.claims = claims;
        this.subject = subject;
    }

    @Operation(
            summary = "Claims one by one, under pseudonyms",
            description = "A limit beyond 1 to 200 is taken for the nearest.")
    @Returns(Page.class)
    @GetMapping("/claims")
    ResponseEntity<?> claims(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        var visible = subject.of(caller, provider);
        if (visible.isEmpty()) {
            return ResponseEntity.of(notFound()).build();
        }
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found = claims.page(visible.get(), cursor(after), size + 1);
        var page = found.stream().limit(size).map(ClaimMessage::of).toList();
        String next = found.size() > size ? page.getLast().claim() : null;
        return ResponseEntity.ok(new Page(page, next));
    }

    @Operation(summary = "How many claims by provider, month and type")
    @Returns(Summary.class)
    @GetMapping("/summary")
    ResponseEntity<?> summary(Caller caller, @RequestParam(defaultValue = "") String provider) {
        var visible = subject.of(caller, provider);
        return visible.isPresent()
                ? ResponseEntity.ok(new Summary(claims.monthlyCounts(visible.get()).stream()
                        .map(Summary.Row::of)
                        .toList()))
                : ResponseEntity.of(notFound()).build();
    }

    /** A cursor that makes no sense begins at the beginning. */
    private static Optional<ClaimId> cursor(String after) {
        try {
            return after.isEmpty() ? Optional.empty() : Optional.of(new ClaimId(UUID.fromString(after)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
