package org.ncsoversight.evidence.items.bulk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.bulk.BulkCommand.Wanted;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many items at once for programs: 200 says that each was looked at, its result says what became of it. */
@RestController
class BulkApi {

    /** The wish; every item with the version that was looked at. */
    record Wish(
            @Nullable String action,
            @Nullable String owner,
            @Nullable String reason,
            @Nullable List<@Nullable Item> items) {}

    record Item(@Nullable String evidence, @Nullable Long version) {}

    record Result(
            String evidence,
            String outcome,
            String code,
            String message,
            @Nullable String state,
            @Nullable Long version) {}

    record Answer(int done, int refused, List<Result> results) {}

    private final BulkChange bulkChange;

    BulkApi(BulkChange bulkChange) {
        this.bulkChange = bulkChange;
    }

    @PostMapping("/api/evidence/items/bulk")
    Answer change(Caller caller, @RequestBody Wish wish) {
        var errors = new ArrayList<FieldError>();
        var action =
                BulkAction.of(Objects.requireNonNullElse(wish.action(), "")).orElse(null);
        if (action == null) {
            errors.add(new FieldError("action", "action-unknown", "Action must be submit, withdraw or reassign"));
            throw Problem.invalid(errors);
        }
        var command = new BulkCommand(
                caller,
                action,
                Objects.requireNonNullElse(wish.owner(), ""),
                Objects.requireNonNullElse(wish.reason(), ""),
                wanted(Objects.requireNonNullElse(wish.items(), List.of()), errors));
        errors.addAll(bulkChange.errors(command));
        errors.addAll(bulkChange.errorsInDetails(command));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        var results = bulkChange.carryOut(command).stream().map(BulkApi::result).toList();
        int done = (int) results.stream()
                .filter(result -> result.outcome().equals(Outcome.Verdict.DONE.word()))
                .count();
        return new Answer(done, results.size() - done, results);
    }

    /** The same item twice counts once. */
    private static List<Wanted> wanted(List<@Nullable Item> items, List<FieldError> errors) {
        var wanted = new LinkedHashMap<EvidenceId, Wanted>();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String field = "items[%d]".formatted(i);
            var id = item == null || item.evidence() == null
                    ? Optional.<EvidenceId>empty()
                    : EvidenceId.of(item.evidence());
            if (item == null || id.isEmpty()) {
                errors.add(new FieldError(field, "evidence-not-a-uuid", "The id must be a UUID"));
            } else if (item.version() == null) {
                errors.add(new FieldError(field, "version-missing", "Say which version you looked at"));
            } else {
                wanted.put(id.get(), new Wanted(id.get(), item.version()));
            }
        }
        return List.copyOf(wanted.values());
    }

    private static Result result(Outcome outcome) {
        return new Result(
                outcome.id().toString(),
                outcome.verdict().word(),
                outcome.code(),
                outcome.message(),
                outcome.state(),
                outcome.version());
    }
}
