package org.ncsoversight.reporting.viewing;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.progress.Progress;
import org.ncsoversight.reporting.progress.ProgressWatch;
import org.ncsoversight.reporting.readmodel.FoldedStore;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.ReadinessStore.Wanted;
import org.ncsoversight.reporting.security.VisibleProviders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much of every producer stands behind each provider's readiness, to be compared with the producers' own counts. */
@RestController
class ReconciliationApi {

    private final ReadinessStore readiness;
    private final FoldedStore folded;
    private final ProgressWatch watch;

    ReconciliationApi(ReadinessStore readiness, FoldedStore folded, ProgressWatch watch) {
        this.readiness = readiness;
        this.folded = folded;
        this.watch = watch;
    }

    record Answer(
            List<Item> items,
            @Nullable String next,
            @Nullable Instant heardUpTo,
            @Nullable Long behind) {}

    record Item(String ukprn, long version, Folded folded) {}

    @Operation(
            summary = "How much of every producer stands behind each provider's readiness",
            description = "To be compared with the producers' own counts. Only after and limit narrow it.")
    @Returns(Answer.class)
    @GetMapping("/api/reporting/reconciliation")
    Answer reconciliation(NationalQuery query, VisibleProviders visible) {
        int rows = query.errors().isEmpty() ? query.rows() : NationalQuery.DEFAULT_LIMIT;
        var wanted = new Wanted(null, null, null, query.after());
        List<ReadinessMessage> found = readiness.find(visible, wanted, rows + 1);
        List<ReadinessMessage> page = found.subList(0, Math.min(found.size(), rows));
        // Newer than what travels with readiness, which is as of its version.
        Map<String, Folded> newest =
                folded.of(page.stream().map(ReadinessMessage::ukprn).toList());
        List<Item> items = page.stream()
                .map(message -> new Item(
                        message.ukprn(), message.version(), newest.getOrDefault(message.ukprn(), message.folded())))
                .toList();
        Progress progress = watch.now();
        return new Answer(
                items,
                found.size() > items.size() ? items.getLast().ukprn() : null,
                progress.heardUpTo(),
                progress.behind());
    }
}
