package org.ncsoversight.criteria.accreditation.assessing;

import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Of an edition: what needs a fresh look since its text changed. */
@Controller
class FreshLookPage {

    private final EditionStore editions;
    private final FreshLook freshLook;

    FreshLookPage(EditionStore editions, FreshLook freshLook) {
        this.editions = editions;
        this.freshLook = freshLook;
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}/fresh-look")
    String freshLook(@PathVariable String edition, Model model, Caller caller) {
        Edition found = EditionId.parse(edition)
                .flatMap(editions::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("edition", found);
        model.addAttribute("steps", freshLook.steps(found, caller));
        model.addAttribute("mayReadEvidence", caller.mayReadEvidence());
        return "accreditation/assessing/fresh-look";
    }
}
