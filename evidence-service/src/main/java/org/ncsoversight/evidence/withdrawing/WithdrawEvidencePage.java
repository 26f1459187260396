package org.ncsoversight.evidence.withdrawing;

import java.net.URI;
import java.util.UUID;
import org.ncsoversight.evidence.model.Evidence;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.store.EvidenceStore;
import org.ncsoversight.evidence.withdrawing.WithdrawEvidence.Result.ChangedMeanwhile;
import org.ncsoversight.evidence.withdrawing.WithdrawEvidence.Result.NotFound;
import org.ncsoversight.evidence.withdrawing.WithdrawEvidence.Result.NotYours;
import org.ncsoversight.evidence.withdrawing.WithdrawEvidence.Result.Withdrawn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Withdrawing for people: asks once more before it is done. */
@Controller
class WithdrawEvidencePage {

    private static final String PATH = "/evidence/{id}/withdraw";

    private final WithdrawEvidence withdrawEvidence;
    private final EvidenceStore store;

    WithdrawEvidencePage(WithdrawEvidence withdrawEvidence, EvidenceStore store) {
        this.withdrawEvidence = withdrawEvidence;
        this.store = store;
    }

    @GetMapping(PATH)
    ModelAndView ask(Caller caller, @PathVariable UUID id) {
        var evidence =
                store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
        return page(evidence, false);
    }

    @PostMapping(PATH)
    Object withdraw(Caller caller, @PathVariable UUID id, @RequestParam long version) {
        var command = new WithdrawEvidence.Command(new EvidenceId(id), version, caller.person(), caller.visible());
        return switch (withdrawEvidence.withdraw(command)) {
            case Withdrawn(var evidence) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/" + evidence.id()))
                        .build();
            case NotFound(), NotYours() -> throw Problem.notFound(id.toString());
            case ChangedMeanwhile(var now) -> page(now, true);
        };
    }

    private static ModelAndView page(Evidence evidence, boolean changed) {
        var page = new ModelAndView("withdrawing/withdraw-evidence");
        page.setStatus(changed ? HttpStatus.CONFLICT : HttpStatus.OK);
        page.addObject("evidence", evidence);
        page.addObject("changed", changed);
        return page;
    }
}
