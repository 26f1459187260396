package org.ncsoversight.evidence.items.viewing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Revision;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What evidence said when it was submitted for the nth time, and what had changed by then. */
@Controller
class RevisionPage {

    private final EvidenceStore store;

    RevisionPage(EvidenceStore store) {
        this.store = store;
    }

    /** Against the revision before, unless another is asked for. */
    @GetMapping("/evidence/{id}/revisions/{number}")
    ModelAndView show(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer against) {
        Evidence evidence =
                store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
        Revision revision = evidence.revision(number).orElseThrow(() -> Problem.notFound(id.toString()));
        var older = evidence.revision(against == null ? number - 1 : against);
        return new ModelAndView("items/viewing/revision")
                .addObject("evidence", evidence)
                .addObject("revision", revision)
                .addObject("older", older.orElse(null))
                .addObject(
                        "differences",
                        older.map(from -> Differences.between(from, revision)).orElse(null));
    }
}
