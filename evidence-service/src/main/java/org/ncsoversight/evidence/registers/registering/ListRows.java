package org.ncsoversight.evidence.registers.registering;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.security.VisibleProviders;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.stereotype.Component;

/** Finds rows, in the order they were added, so that a list goes on where it was while others add to it. */
@Component
public class ListRows {

    /** Some rows, and where to go on while there are more. */
    public record Slice(List<Row> rows, @Nullable String next) {}

    private final RegisterStore store;
    private final EditionInForce days;

    ListRows(RegisterStore store, EditionInForce days) {
        this.store = store;
        this.days = days;
    }

    public List<Row> all(RowQuery query, VisibleProviders visible) {
        var today = days.today();
        return store.table(query.view().provider(), query.view().register(), visible).rows().stream()
                .filter(row -> query.accepts(row, today))
                .toList();
    }

    Slice some(RowQuery query, @Nullable String after, int limit, VisibleProviders visible) {
        long place = place(after);
        var found =
                all(query, visible).stream().filter(row -> row.place() > place).toList();
        boolean more = found.size() > limit;
        var rows = more ? found.subList(0, limit) : found;
        return new Slice(rows, more ? cursor(rows.getLast()) : null);
    }

    Optional<Row> one(RegisterView view, UUID row, VisibleProviders visible) {
        return store.table(view.provider(), view.register(), visible).find(row);
    }

    private static String cursor(Row row) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(row.place()).getBytes(StandardCharsets.UTF_8));
    }

    private static long place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        try {
            return Long.parseLong(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(List.of(new FieldError("after", "after-not-a-cursor", "Not a cursor of this list")));
        }
    }
}
