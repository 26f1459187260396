package org.ncsoversight.reporting.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.progress.Progress;
import org.ncsoversight.reporting.progress.ProgressWatch;
import org.ncsoversight.reporting.readiness.Band;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.RegisterStore;
import org.ncsoversight.reporting.security.VisibleProviders;
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
            String notice,
            String ukprn,
            String name,
            long version,
            String edition,
            LocalDate asOf,
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
            Band from,
            Band to,
            List<String> reasons,
            LocalDate asOf,
            Instant recordedAt) {}

    @GetMapping("/api/reporting/readiness/{ukprn}")
    ResponseEntity<?> current(@PathVariable String ukprn, VisibleProviders visible) {
        Optional<ReadinessMessage> found = readiness.of(visible, ukprn);
        return found.isEmpty() ? Problem.notFound().answer() : ResponseEntity.ok(answer(found.get()));
    }

    @GetMapping("/api/reporting/readiness/{ukprn}/changes-history")
    ResponseEntity<?> history(
            @PathVariable String ukprn,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + NationalQuery.DEFAULT_LIMIT) int limit,
            VisibleProviders visible) {
        if (readiness.of(visible, ukprn).isEmpty()) {
            return Problem.notFound().answer();
        }
        if (after != null && !CURSOR.matcher(after).matches()) {
            return Problem.invalid("after", "after-not-a-cursor", "After must be an earlier answer's cursor")
                    .answer();
        }
        if (limit < 1 || limit > NationalQuery.MAX_LIMIT) {
            return Problem.invalid("limit", "out-of-range", "Limit must be from 1 to " + NationalQuery.MAX_LIMIT)
                    .answer();
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
}
