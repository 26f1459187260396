package org.ncsoversight.evidence.items.reviewing;

import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What waits for an assessor, oldest first. */
@Controller
class ReviewQueuePage {

    private static final int PAGE_LENGTH = 50;

    private final EvidenceStore store;
    private final KnownProviders providers;

    ReviewQueuePage(EvidenceStore store, KnownProviders providers) {
        this.store = store;
        this.providers = providers;
    }

    @GetMapping("/evidence/reviews")
    ModelAndView queue(Caller caller, @RequestParam(required = false) @Nullable String after) {
        var found = store.waiting(Cursor.read(after), PAGE_LENGTH, caller.visible());
        var page = new ModelAndView("items/reviewing/review-queue");
        page.addObject("items", found.items());
        page.addObject(
                "names",
                providers.namesOf(found.items().stream()
                        .map(Evidence::provider)
                        .distinct()
                        .toList()));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        page.addObject("caller", caller);
        return page;
    }
}
