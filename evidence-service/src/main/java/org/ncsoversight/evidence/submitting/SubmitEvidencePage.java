package org.ncsoversight.evidence.submitting;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.intake.SubmissionLimits;
import org.ncsoversight.evidence.intake.Uploads;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.submitting.SubmitEvidence.Result.CriteriaNotYetKnown;
import org.ncsoversight.evidence.submitting.SubmitEvidence.Result.IdTaken;
import org.ncsoversight.evidence.submitting.SubmitEvidence.Result.Invalid;
import org.ncsoversight.evidence.submitting.SubmitEvidence.Result.Submitted;
import org.ncsoversight.evidence.submitting.SubmitEvidence.Result.SubmittedBefore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Submitting for people: one form, shown again with everything typed when something is wrong. */
@Controller
class SubmitEvidencePage {

    private static final String PATH = "/evidence/new";

    private final SubmitEvidence submitEvidence;
    private final EditionInForce inForce;
    private final SubmissionLimits limits;

    SubmitEvidencePage(SubmitEvidence submitEvidence, EditionInForce inForce, SubmissionLimits limits) {
        this.submitEvidence = submitEvidence;
        this.inForce = inForce;
        this.limits = limits;
    }

    /** The form carries the id of what it will submit, so that sending it twice submits once. */
    @GetMapping(PATH)
    ModelAndView form(@RequestParam(name = "criterion", defaultValue = "") List<String> criteria) {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.addAll("criteria", criteria);
        typed.add("evidence", UUID.randomUUID().toString());
        return page(new SubmissionForm(typed), List.of(), false);
    }

    @PostMapping(PATH)
    Object submit(
            Caller caller,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var form = new SubmissionForm(typed);
        var received = Uploads.received(files);
        var command = new SubmitEvidence.Command(
                id(form), caller.organisation().orElseThrow(), caller.person(), caller.visible(), form.with(received));
        return switch (submitEvidence.submit(command)) {
            case Submitted(var evidence) -> seeOther(evidence.id());
            case SubmittedBefore(var evidence) -> seeOther(evidence.id());
            case Invalid(var errors) -> page(form, errors, !received.isEmpty());
            case IdTaken _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "id-taken",
                        "This form was submitted before with other content. Start a new one to submit more evidence");
            case CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private ModelAndView page(SubmissionForm form, List<FieldError> errors, boolean filesLost) {
        Edition edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("submitting/submit-evidence");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("filesLost", filesLost);
        page.addObject("edition", edition);
        page.addObject("voices", List.of(Voice.values()));
        page.addObject("limits", limits);
        return page;
    }

    private static EvidenceId id(SubmissionForm form) {
        try {
            return new EvidenceId(UUID.fromString(form.text("evidence")));
        } catch (IllegalArgumentException _) {
            return new EvidenceId(UUID.randomUUID());
        }
    }

    private static ResponseEntity<Void> seeOther(EvidenceId id) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence/" + id))
                .build();
    }
}
