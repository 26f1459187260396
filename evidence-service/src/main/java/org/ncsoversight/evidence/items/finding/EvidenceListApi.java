package org.ncsoversight.evidence.items.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.presentation.EvidenceBody;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.store.EvidenceStore.Slice;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding evidence for programs. */
@RestController
class EvidenceListApi {

    private static final int LONGEST_PAGE = 200;

    /** Some items, newest first, and the cursor for the next ones while there are any. */
    record Items(List<EvidenceBody> items, @Nullable String next) {}

    private final Finding finding;

    EvidenceListApi(Finding finding) {
        this.finding = finding;
    }

    @GetMapping("/api/evidence/items")
    Items list(
            Caller caller,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var slice = new Slice(EvidenceStore.Order.NEWEST_FIRST, Cursor.read(after), limit);
        var page = finding.list(new ListQuery(typed), slice, caller);
        return new Items(
                page.items().stream().map(EvidenceBody::of).toList(),
                page.next().map(Cursor::write).orElse(null));
    }
}
