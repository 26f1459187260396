package org.ncsoversight.evidence.planning.improving.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.planning.improving.ImprovementQuery;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.WholeList;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The improvement plan, what is due soonest first, with a filter and as a file. */
@Controller
class ImprovementListPage {

    private static final int PAGE_LENGTH = 50;

    private final ImprovementStore store;
    private final EditionInForce inForce;
    private final KnownProviders providers;
    private final Export export;

    ImprovementListPage(ImprovementStore store, EditionInForce inForce, KnownProviders providers, Export export) {
        this.store = store;
        this.inForce = inForce;
        this.providers = providers;
        this.export = export;
    }

    @GetMapping("/evidence/improvement")
    ModelAndView list(
            Caller caller,
            @ModelAttribute("query") ImprovementQuery query,
            @RequestParam(required = false) @Nullable String after) {
        var today = inForce.today();
        var found = store.list(query.filter(today), Cursor.read(after), PAGE_LENGTH, caller.visible());
        var page = new ModelAndView("planning/improving/improvement-list");
        page.addObject("actions", found.actions());
        page.addObject("query", query);
        page.addObject("today", today);
        page.addObject("states", List.of(ActionState.values()));
        page.addObject(
                "criteria", inForce.edition().map(edition -> edition.criteria()).orElse(List.of()));
        page.addObject("several", caller.visible().severalProviders());
        page.addObject("mayPropose", caller.may(Capability.DRAFT));
        page.addObject(
                "names",
                providers.namesOf(found.actions().stream()
                        .map(ImprovementAction::provider)
                        .distinct()
                        .toList()));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }

    @GetMapping({
        "/evidence/improvement/export.{extension:csv|xlsx}",
        "/api/evidence/improvement/export.{extension:csv|xlsx}"
    })
    void export(
            Caller caller,
            @ModelAttribute ImprovementQuery query,
            @PathVariable String extension,
            HttpServletResponse response)
            throws IOException {
        var today = inForce.today();
        var filter = query.filter(today);
        export.answer(response, extension, ImprovementSheet.of(query, today), new WholeList<>(after -> {
            var page = store.list(filter, after, WholeList.PAGE_LENGTH, caller.visible());
            return new WholeList.Page<>(page.actions(), page.next());
        }));
    }
}
