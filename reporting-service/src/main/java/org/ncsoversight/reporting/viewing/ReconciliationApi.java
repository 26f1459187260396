package org.ncsoversight.reporting.viewing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.reporting.contract.Folded;
import org.ncsoversight.reporting.contract.ReadinessMessage;
import org.ncsoversight.reporting.readmodel.ReadinessStore;
import org.ncsoversight.reporting.readmodel.ReadinessStore.Wanted;
import org.ncsoversight.reporting.security.VisibleProviders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much of every producer stands behind each provider's readiness, to be compared with the producers' own counts. */
@RestController
class ReconciliationApi {

    private final ReadinessStore readiness;

    ReconciliationApi(ReadinessStore readiness) {
        this.readiness = readiness;
    }

    record Answer(List<Item> items, @Nullable String next) {}

    record Item(String ukprn, long version, Folded folded) {}

    @GetMapping("/api/reporting/reconciliation")
    Answer reconciliation(NationalQuery query, VisibleProviders visible) {
        int rows = query.errors().isEmpty() ? query.rows() : NationalQuery.DEFAULT_LIMIT;
        var wanted = new Wanted(null, null, null, query.after());
        List<ReadinessMessage> found = readiness.find(visible, wanted, rows + 1);
        List<Item> items = found.stream()
                .limit(rows)
                .map(message -> new Item(message.ukprn(), message.version(), message.folded()))
                .toList();
        return new Answer(items, found.size() > items.size() ? items.getLast().ukprn() : null);
    }
}
