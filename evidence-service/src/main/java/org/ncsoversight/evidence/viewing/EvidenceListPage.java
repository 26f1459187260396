package org.ncsoversight.evidence.viewing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceState;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.store.EvidenceStore.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All evidence the caller may see, newest first, with a filter. */
@Controller
class EvidenceListPage {

    private static final int PAGE_LENGTH = 50;

    private final EvidenceStore store;
    private final EditionInForce inForce;
    private final KnownProviders providers;

    EvidenceListPage(EvidenceStore store, EditionInForce inForce, KnownProviders providers) {
        this.store = store;
        this.inForce = inForce;
        this.providers = providers;
    }

    @GetMapping("/evidence")
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String after) {
        var query = new ListQuery(provider, criterion, state);
        var slice = new Slice(EvidenceStore.Order.NEWEST_FIRST, Cursor.read(after), PAGE_LENGTH);
        var found = store.list(query.filter(), slice, caller.visible());
        var page = new ModelAndView("viewing/evidence-list");
        page.addObject("items", found.items());
        page.addObject("query", query);
        page.addObject("states", List.of(EvidenceState.values()));
        page.addObject(
                "criteria", inForce.edition().map(edition -> edition.criteria()).orElse(List.of()));
        page.addObject("several", caller.visible().severalProviders());
        page.addObject("maySubmit", caller.may(Capability.SUBMIT));
        page.addObject("mayReview", caller.may(Capability.REVIEW));
        page.addObject(
                "names",
                providers.namesOf(found.items().stream()
                        .map(Evidence::provider)
                        .distinct()
                        .toList()));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }
}
