package org.ncsoversight.evidence.items.drafting.steps;

import java.util.UUID;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Says that it was submitted and what happens next. */
@Controller
class SubmittedPage {

    private final EvidenceStore store;

    SubmittedPage(EvidenceStore store) {
        this.store = store;
    }

    @GetMapping("/evidence/{id}/submitted")
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        var evidence = store.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
        return new ModelAndView("items/drafting/submitted").addObject("evidence", evidence);
    }
}
