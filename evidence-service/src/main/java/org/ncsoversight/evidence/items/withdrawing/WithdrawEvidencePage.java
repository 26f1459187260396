package org.ncsoversight.evidence.items.withdrawing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.ChangedMeanwhile;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.Invalid;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotFound;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotNow;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.NotYours;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result.Withdrawn;
import org.ncsoversight.evidence.model.EvidenceId;
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

/** Withdrawing for people: asks once more before it is done. */
@Controller
class WithdrawEvidencePage {

    private static final String PATH = "/evidence/{id}/withdraw";

    private static final FieldError CHANGED = new FieldError(
            "withdraw",
            "changed-meanwhile",
            "Someone else changed this evidence meanwhile. Check its state before you withdraw it");

    private final WithdrawEvidence withdrawEvidence;
    private final EvidenceStore store;

    WithdrawEvidencePage(WithdrawEvidence withdrawEvidence, EvidenceStore store) {
        this.withdrawEvidence = withdrawEvidence;
        this.store = store;
    }

    @GetMapping(PATH)
    ModelAndView ask(Caller caller, @PathVariable UUID id) {
        return page(find(caller, id), "", List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH)
    Object withdraw(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason) {
        var command =
                new WithdrawEvidence.Command(new EvidenceId(id), version, reason, caller.person(), caller.visible());
        return switch (withdrawEvidence.withdraw(command)) {
            case Withdrawn(var evidence) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/" + evidence.id()))
                        .build();
            case NotFound(), NotYours() -> throw Problem.notFound(id.toString());
            case Invalid(var errors) -> page(find(caller, id), reason, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case ChangedMeanwhile(var now) -> page(now, reason, List.of(CHANGED), HttpStatus.CONFLICT);
            case NotNow(var now) -> page(now, reason, List.of(), HttpStatus.CONFLICT);
        };
    }

    private Evidence find(Caller caller, UUID id) {
        return store.find(new EvidenceId(id), caller.visible()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private static ModelAndView page(Evidence evidence, String reason, List<FieldError> errors, HttpStatus status) {
        var page = new ModelAndView("items/withdrawing/withdraw-evidence");
        page.setStatus(status);
        page.addObject("evidence", evidence);
        page.addObject("reason", reason);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }
}
