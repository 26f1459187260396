package org.ncsoversight.reporting.viewing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.reporting.answers.Answers;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.progress.Progress;
import org.ncsoversight.reporting.progress.ProgressWatch;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.RegisterStore;
import org.ncsoversight.reporting.security.VisibleProviders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Bands of all visible providers, page by page in the order of their UKPRN; never a rank. */
@RestController
class NationalReadinessApi {

    private final ReadinessStore readiness;
    private final RegisterStore registers;
    private final ProgressWatch watch;
    private final Clock clock;

    NationalReadinessApi(ReadinessStore readiness, RegisterStore registers, ProgressWatch watch, Clock clock) {
        this.readiness = readiness;
        this.registers = registers;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param next the cursor to send as {@code after}; null on the last page
     */
    record Answer(
            @Schema(description = "What a band is, and what it is not.")
            String notice,

            List<Item> items,
            @Nullable String next,
            @Nullable Instant heardUpTo,
            @Nullable Long behind) {}

    record Item(
            String ukprn,

            @Schema(description = "What the organisation is called.", example = "Northmoor Careers")
            String name,

            String edition,
            LocalDate asOf,
            long version,

            @Schema(description = "How many criteria are READY.", minimum = "0", maximum = "27")
            int ready,

            List<CriterionBand> criteria) {}

    record CriterionBand(
            @Schema(description = "Code of the criterion.", example = "4.3")
            String code,

            @Schema(description = "Worst first: NOT_STARTED, GATHERING, SUBMITTED, AT_RISK, READY.")
            Band band) {}

    @Operation(
            summary = "Bands of all visible providers, in the order of their UKPRN",
            description = "Never a rank. Page by page: send next as after.")
    @Returns(Answer.class)
    @Refuses(status = 422, value = "unprocessable-content")
    @GetMapping("/api/reporting/readiness")
    ResponseEntity<?> national(NationalQuery query, VisibleProviders visible, HttpServletRequest request) {
        if (!query.errors().isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Answers.invalid(request, query.errors()));
        }
        var wanted = query.wanted(registers.contractsOn(LocalDate.now(clock)));
        List<ReadinessMessage> found = readiness.find(visible, wanted, query.rows() + 1);
        List<ReadinessMessage> page = found.subList(0, Math.min(found.size(), query.rows()));
        Map<String, String> names =
                registers.namesOf(page.stream().map(ReadinessMessage::ukprn).toList());
        Progress progress = watch.now();
        return ResponseEntity.ok(new Answer(
                BandWords.NOTICE,
                page.stream()
                        .map(message -> item(message, names, query.criterion()))
                        .toList(),
                found.size() > page.size() ? page.getLast().ukprn() : null,
                progress.heardUpTo(),
                progress.behind()));
    }

    private static Item item(ReadinessMessage message, Map<String, String> names, @Nullable String criterion) {
        return new Item(
                message.ukprn(),
                names.getOrDefault(message.ukprn(), message.ukprn()),
                message.edition(),
                message.asOf(),
                message.version(),
                message.ready(),
                message.criteria().stream()
                        .filter(found -> criterion == null || found.code().equals(criterion))
                        .map(found -> new CriterionBand(found.code(), found.band()))
                        .toList());
    }
}
