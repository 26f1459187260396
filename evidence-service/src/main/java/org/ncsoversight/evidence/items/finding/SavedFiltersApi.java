package org.ncsoversight.evidence.items.finding;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.store.SavedFilter;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
class SavedFiltersApi {

    private static final String PATH = "/api/evidence/filters";

    /** A filter as it is kept; href leads to its items. */
    record Body(String filter, String name, String query, String href) {

        static Body of(SavedFilter filter) {
            return new Body(
                    filter.id().toString(), filter.name(), filter.query(), "/api/evidence/items?" + filter.query());
        }
    }

    /** All filters of the caller, by name. */
    record Filters(List<Body> filters) {}

    /** What is to be kept. */
    record Wanted(@Nullable String name, @Nullable String query) {}

    private final SavedFilters filters;

    SavedFiltersApi(SavedFilters filters) {
        this.filters = filters;
    }

    @GetMapping(PATH)
    Filters list(Caller caller) {
        return new Filters(filters.of(caller).stream().map(Body::of).toList());
    }

    @PostMapping(PATH)
    ResponseEntity<Body> save(Caller caller, @RequestBody Wanted wanted) {
        String name = Objects.requireNonNullElse(wanted.name(), "");
        String query = Objects.requireNonNullElse(wanted.query(), "");
        return switch (filters.save(caller, name, query)) {
            case SavedFilters.Result.Saved(var filter, var isNew) ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(Body.of(filter));
            case SavedFilters.Result.Invalid(var errors) -> throw Problem.invalid(errors);
        };
    }

    @DeleteMapping(PATH + "/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id) {
        if (!filters.remove(caller, id)) {
            throw Problem.notFound(id.toString());
        }
        return ResponseEntity.noContent().build();
    }
}
