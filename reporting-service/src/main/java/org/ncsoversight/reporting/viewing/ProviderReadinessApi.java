package org.ncsoversight.reporting.viewing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.reporting.answers.Answers;
import org.ncsoversight.reporting.answers.Answers.FieldError;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One provider: bands with their reasons, and how they came about. */
@RestController
class ProviderReadinessApi {

    private static final Pattern CURSOR = Pattern.compile("[0-9]{8}/[0-9]{12}/[0-9.]{3,5}");

    private final ReadinessStore readiness;
    private final RegisterStore registers;
    private final ProgressWatch watch;

    ProviderReadinessApi(ReadinessStore readiness, RegisterStore registers, ProgressWatch watch) {
        this.readiness = readiness;
        this.registers = registers;
        this.watch = watch;
    }

    record Answer(
            @Schema(description = "What a band is, and what it is not.")
            String notice,

            String ukprn,

            @Schema(description = "What the organisation is called.", example = "Northmoor Careers")
            String name,

            long version,
            String edition,
            LocalDate asOf,

            @Schema(description = "How many criteria are READY.", minimum = "0", maximum = "27")
            int ready,

            List<ReadinessMessage.Criterion> criteria,
            @Nullable Instant heardUpTo,
            @Nullable Long behind) {}

    record History(
            List<Entry> items,
            @Nullable String next,
            @Nullable Instant heardUpTo,
            @Nullable Long behind) {}

    record Entry(
            long version,
            String edition,
            String criterion,
            @Schema(description = "The band before.") Band from,
            @Schema(description = "The band since.") Band to,

            @Schema(description = "Codes of the reasons since.", example = "[\"nothing-submitted\"]")
            List<String> reasons,

            LocalDate asOf,
            @Schema(description = "When it was computed.") Instant recordedAt) {}

    @Operation(
            summary = "One provider's bands with their reasons",
            description = "Computed, not judged: a criterion is READY exactly when it has no reason.")
    @Returns(Answer.class)
    @GetMapping("/api/reporting/readiness/{ukprn}")
    ResponseEntity<?> current(@PathVariable String ukprn, VisibleProviders visible, HttpServletRequest request) {
        Optional<ReadinessMessage> found = readiness.of(visible, ukprn);
        return found.isEmpty() ? nothing(request) : ResponseEntity.ok(answer(found.get()));
    }

    @Operation(summary = "How one provider's bands came about, newest first")
    @Returns(History.class)
    @Refuses(status = 422, value = "unprocessable-content")
    @GetMapping("/api/reporting/readiness/{ukprn}/changes-history")
    ResponseEntity<?> history(
            @PathVariable String ukprn,
            @RequestParam(required = false) @Nullable String after,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "" + NationalQuery.MAX_LIMIT))
                    @RequestParam(defaultValue = "" + NationalQuery.DEFAULT_LIMIT)
                    int limit,
            VisibleProviders visible,
            HttpServletRequest request) {
        if (readiness.of(visible, ukprn).isEmpty()) {
            return nothing(request);
        }
        if (after != null && !CURSOR.matcher(after).matches()) {
            return invalid(
                    request, new FieldError("after", "not-a-cursor", "After must be an earlier answer's cursor"));
        }
        if (limit < 1 || limit > NationalQuery.MAX_LIMIT) {
            return invalid(
                    request,
                    new FieldError("limit", "out-of-range", "Limit must be from 1 to " + NationalQuery.MAX_LIMIT));
        }
        List<ReadinessStore.Change> found = readiness.history(visible, ukprn, after, limit + 1);
        List<ReadinessStore.Change> page = found.subList(0, Math.min(found.size(), limit));
        Progress progress = watch.now();
        return ResponseEntity.ok(new History(
                page.stream().map(ProviderReadinessApi::entry).toList(),
                found.size() > page.size() ? page.getLast().id() : null,
                progress.heardUpTo(),
                progress.behind()));
    }

    private Answer answer(ReadinessMessage message) {
        Progress progress = watch.now();
        return new Answer(
                BandWords.NOTICE,
                message.ukprn(),
                registers.namesOf(List.of(message.ukprn())).getOrDefault(message.ukprn(), message.ukprn()),
                message.version(),
                message.edition(),
                message.asOf(),
                message.ready(),
                message.criteria(),
                progress.heardUpTo(),
                progress.behind());
    }

    private static Entry entry(ReadinessStore.Change kept) {
        var change = kept.change();
        return new Entry(
                change.version(),
                change.edition(),
                change.criterion(),
                change.from(),
                change.to(),
                change.reasons(),
                change.asOf(),
                kept.recordedAt());
    }

    private static ResponseEntity<?> nothing(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Answers.notFound(request));
    }

    private static ResponseEntity<?> invalid(HttpServletRequest request, FieldError error) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Answers.invalid(request, List.of(error)));
    }
}
