package org.ncsoversight.evidence.planning.assessing;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.assessing.report.ReportJson;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One self-assessment report: how far its sections are, signing it, and beginning a new version. */
@Controller
class AssessmentPage {

    private static final String PATH = "/evidence/assessments/{id}";

    private final ReadAssessments read;
    private final WriteAssessment write;
    private final SignAssessment sign;

    AssessmentPage(ReadAssessments read, WriteAssessment write, SignAssessment sign) {
        this.read = read;
        this.write = write;
        this.sign = sign;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        return page("planning/assessing/assessment", caller, find(caller, id), List.of());
    }

    @GetMapping(PATH + "/signature")
    ModelAndView ask(Caller caller, @PathVariable UUID id) {
        return page("planning/assessing/sign-assessment", caller, mine(caller, id), List.of());
    }

    @PostMapping(PATH + "/signature")
    Object sign(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String contentHash) {
        var command = new SignAssessment.Command(id, version, contentHash, caller.person(), caller.visible());
        return switch (sign.sign(command)) {
            case SignAssessment.Result.Signed(var assessment) -> seeOther(assessment);
            case SignAssessment.Result.NotFound() -> throw AssessmentApi.notFound(id.toString());
            case SignAssessment.Result.ChangedMeanwhile(var now) -> {
                var page = page(
                        "planning/assessing/sign-assessment",
                        caller,
                        now,
                        List.of(new FieldError(
                                "sign",
                                "changed-meanwhile",
                                "The report changed since you looked at it. Read it again before you sign it")));
                page.setStatus(HttpStatus.CONFLICT);
                yield page;
            }
        };
    }

    @PostMapping(PATH + "/versions")
    Object next(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String assessment) {
        var found = mine(caller, id);
        return switch (write.nextVersion(id(assessment), id, reason, AssessmentApi.author(caller))) {
            case WriteAssessment.Result.Kept kept -> seeOther(kept.assessment());
            case WriteAssessment.Result.Invalid(var errors) -> {
                var page = page("planning/assessing/assessment", caller, found, errors);
                page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                page.addObject("reason", reason);
                yield page;
            }
            case WriteAssessment.Result.NotFound() -> throw AssessmentApi.notFound(id.toString());
            case WriteAssessment.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case WriteAssessment.Result.ReplacedBefore() -> throw AssessmentApi.replacedBefore();
            case WriteAssessment.Result.IdTaken _ -> throw conflict();
            case WriteAssessment.Result.Signed _ -> throw conflict();
            case WriteAssessment.Result.NotSigned _ -> throw conflict();
            case WriteAssessment.Result.ChangedMeanwhile _ -> throw conflict();
        };
    }

    private ModelAndView page(String view, Caller caller, SelfAssessment assessment, List<FieldError> errors) {
        var report = read.content(assessment, caller);
        var page = new ModelAndView(view);
        page.addObject("assessment", assessment);
        page.addObject("report", report);
        page.addObject("beforeItsEnd", read.isBeforeItsEnd(assessment));
        page.addObject(
                "contentHash",
                assessment
                        .signed()
                        .map(SelfAssessment.Signature::contentHash)
                        .orElseGet(() -> ReportJson.hash(ReportJson.write(report))));
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("reason", "");
        page.addObject("newId", UUID.randomUUID());
        boolean mine = caller.person().belongsTo(assessment.provider());
        page.addObject("mayWrite", mine && caller.may(Capability.DRAFT));
        page.addObject("maySign", mine && caller.may(Capability.LEAD));
        return page;
    }

    private SelfAssessment find(Caller caller, UUID id) {
        return read.find(id, caller).orElseThrow(() -> AssessmentApi.notFound(id.toString()));
    }

    private SelfAssessment mine(Caller caller, UUID id) {
        return read.find(id, caller)
                .filter(assessment -> caller.person().belongsTo(assessment.provider()))
                .orElseThrow(() -> AssessmentApi.notFound(id.toString()));
    }

    private static ResponseEntity<Void> seeOther(SelfAssessment assessment) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence/assessments/" + assessment.id()))
                .build();
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private static Problem conflict() {
        return Problem.of(HttpStatus.CONFLICT, "not-signed", "This report is still a draft. Change that");
    }
}
