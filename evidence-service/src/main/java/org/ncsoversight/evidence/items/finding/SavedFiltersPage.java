package org.ncsoversight.evidence.items.finding;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The filters a person keeps: opened by a click, saved from the list, taken away. */
@Controller
class SavedFiltersPage {

    private static final String PATH = "/evidence/filters";

    private final SavedFilters filters;
    private final QueryWords words;

    SavedFiltersPage(SavedFilters filters, QueryWords words) {
        this.filters = filters;
        this.words = words;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, @RequestParam(defaultValue = "") String query) {
        return page(HttpStatus.OK, caller, "", query, List.of());
    }

    @PostMapping(PATH)
    Object save(
            Caller caller,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query) {
        return switch (filters.save(caller, name, query)) {
            case SavedFilters.Result.Saved _ -> seeOther();
            case SavedFilters.Result.Invalid(var errors) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, caller, name, query, errors);
        };
    }

    @PostMapping(PATH + "/{id}/delete")
    ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id) {
        if (!filters.remove(caller, id)) {
            throw Problem.notFound(id.toString());
        }
        return seeOther();
    }

    private ModelAndView page(HttpStatus status, Caller caller, String name, String query, List<FieldError> errors) {
        var wanted = ListQuery.of(query);
        var page = new ModelAndView("items/finding/saved-filters");
        page.setStatus(status);
        page.addObject("filters", filters.of(caller));
        page.addObject("name", name);
        page.addObject("query", wanted.query());
        page.addObject("settings", words.of(wanted, caller.visible()));
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private static ResponseEntity<Void> seeOther() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }
}
