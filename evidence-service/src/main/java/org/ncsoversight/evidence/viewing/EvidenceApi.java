package org.ncsoversight.evidence.viewing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.EvidenceAnswers;
import org.ncsoversight.evidence.presenting.EvidenceBody;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.EvidenceStore.Slice;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking at evidence for programs. */
@RestController
class EvidenceApi {

    private static final int LONGEST_PAGE = 200;

    /** Some items, newest first, and the cursor for the next ones while there are any. */
    record Items(List<EvidenceBody> items, @Nullable String next) {}

    private final EvidenceStore store;
    private final EvidenceAnswers answers;

    EvidenceApi(EvidenceStore store, EvidenceAnswers answers) {
        this.store = store;
        this.answers = answers;
    }

    @GetMapping("/api/evidence/items")
    Items list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var page = store.list(
                new ListQuery(provider, criterion, state).filter(),
                new Slice(EvidenceStore.Order.NEWEST_FIRST, Cursor.read(after), limit),
                caller.visible());
        return new Items(
                page.items().stream().map(EvidenceBody::of).toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping("/api/evidence/items/{id}")
    ResponseEntity<EvidenceAnswers.Answer> one(Caller caller, @PathVariable UUID id) {
        return answers.answer(
                ResponseEntity.ok(),
                store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString())),
                caller);
    }
}
