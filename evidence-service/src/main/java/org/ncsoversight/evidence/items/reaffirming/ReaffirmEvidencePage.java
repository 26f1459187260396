package org.ncsoversight.evidence.items.reaffirming;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.items.answering.ChangedText;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.reaffirming.ReaffirmEvidence.Result;
import org.ncsoversight.evidence.items.store.EvidenceStore;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reaffirming for people: the texts as they are now, and whether the evidence still answers them. */
@Controller
class ReaffirmEvidencePage {

    private static final String PATH = "/evidence/{id}/reaffirm";

    private final ReaffirmEvidence reaffirmEvidence;
    private final EvidenceStore store;
    private final KnownStandard standard;

    ReaffirmEvidencePage(ReaffirmEvidence reaffirmEvidence, EvidenceStore store, KnownStandard standard) {
        this.reaffirmEvidence = reaffirmEvidence;
        this.store = store;
        this.standard = standard;
    }

    @GetMapping(PATH)
    ModelAndView ask(Caller caller, @PathVariable UUID id) {
        var evidence = store.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
        return page(HttpStatus.OK, evidence, "", List.of());
    }

    @PostMapping(PATH)
    Object reaffirm(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String reason) {
        var evidence = store.find(new EvidenceId(id), caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
        return switch (reaffirmEvidence.reaffirm(evidence.id(), version, reason, caller)) {
            case Result.Reaffirmed(var done) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/" + done.id()))
                        .build();
            case Result.NotFound() -> throw Problem.notFound(id.toString());
            case Result.NotTheOwner() ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN, "not-the-owner", "Only its owner or a lead can confirm this evidence");
            case Result.ReasonTooLong(var limit) ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        evidence,
                        reason,
                        error("reason", "Reason must be %,d characters or less".formatted(limit)));
            case Result.NotAccepted(var now) ->
                page(HttpStatus.CONFLICT, now, reason, error("reason", "This evidence is no longer accepted"));
            case Result.ChangedMeanwhile(var now) ->
                page(
                        HttpStatus.CONFLICT,
                        now,
                        reason,
                        error(
                                "reason",
                                "Someone else changed this evidence meanwhile. Check it before you confirm it"));
        };
    }

    private static List<FieldError> error(String field, String message) {
        return List.of(new FieldError(field, "not-reaffirmed", message));
    }

    private ModelAndView page(HttpStatus status, Evidence evidence, String reason, List<FieldError> errors) {
        var page = new ModelAndView("items/reaffirming/reaffirm-evidence");
        page.setStatus(status);
        page.addObject("evidence", evidence);
        page.addObject("changes", ChangedText.in(evidence.content(), standard.editions()));
        page.addObject("reason", reason);
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }
}
