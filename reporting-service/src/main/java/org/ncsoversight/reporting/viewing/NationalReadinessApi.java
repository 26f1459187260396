package org.ncsoversight.reporting.viewing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
            String notice,
            List<Item> items,
            @Nullable String next,
            @Nullable Instant heardUpTo,
            @Nullable Long behind) {}

    record Item(
            String ukprn,
            String name,
            String edition,
            LocalDate asOf,
            long version,
            int ready,
            List<CriterionBand> criteria) {}

    record CriterionBand(String code, Band band) {}

    @GetMapping("/api/reporting/readiness")
    ResponseEntity<?> national(NationalQuery query, VisibleProviders visible) {
        if (!query.errors().isEmpty()) {
            return Problem.invalid(query.errors()).answer();
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
