package org.ncsoversight.evidence.items.finding;

import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.store.FilterStore;
import org.ncsoversight.evidence.items.store.SavedFilter;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Text;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Component;

/** Filters a person keeps for themselves under a name; the same name again replaces the filter. */
@Component
class SavedFilters {

    /** Every way saving can end. */
    sealed interface Result {

        record Saved(SavedFilter filter, boolean isNew) implements Result {}

        record Invalid(List<FieldError> errors) implements Result {}
    }

    private static final int LONGEST_NAME_IN_CHARACTERS = 80;
    private static final int MOST_FILTERS = 100;

    private final FilterStore store;
    private final ReadQuery readQuery;

    SavedFilters(FilterStore store, ReadQuery readQuery) {
        this.store = store;
        this.readQuery = readQuery;
    }

    List<SavedFilter> of(Caller caller) {
        return store.of(caller.person().subject());
    }

    Result save(Caller caller, String typedName, String query) {
        String name = Text.clean(typedName);
        var filter = SavedFilter.of(
                caller.person().subject(), name, ListQuery.of(query).query());
        if (name.isEmpty()) {
            return invalid("name", "name-missing", "Enter a name for this filter");
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME_IN_CHARACTERS) {
            return invalid(
                    "name",
                    "name-too-long",
                    "Name must be %d characters or less".formatted(LONGEST_NAME_IN_CHARACTERS));
        }
        if (filter.query().isEmpty()) {
            return invalid("query", "query-missing", "Apply a filter before you save it");
        }
        var errors = readQuery.read(ListQuery.of(query)).errors();
        if (!errors.isEmpty()) {
            return new Result.Invalid(errors);
        }
        var others = of(caller).stream().filter(one -> !one.id().equals(filter.id()));
        if (others.count() >= MOST_FILTERS) {
            return invalid("name", "filters-too-many", "You can keep up to %d filters".formatted(MOST_FILTERS));
        }
        return new Result.Saved(filter, store.keep(filter));
    }

    boolean remove(Caller caller, UUID id) {
        return store.remove(id, caller.person().subject());
    }

    private static Result invalid(String field, String code, String message) {
        return new Result.Invalid(List.of(new FieldError(field, code, message)));
    }
}
