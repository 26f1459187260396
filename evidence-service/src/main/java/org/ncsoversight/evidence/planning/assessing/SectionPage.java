package org.ncsoversight.evidence.planning.assessing;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.assessing.report.GatheredGaps;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.Section;
import org.ncsoversight.evidence.planning.model.SectionKey;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
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

/** One section of a draft, with what was gathered for it; saved by its buttons, and by a script while it is typed. */
@Controller
class SectionPage {

    private static final String PATH = "/evidence/assessments/{id}/sections/{section}";

    private final ReadAssessments read;
    private final WriteAssessment write;
    private final AssessmentLimits limits;

    SectionPage(ReadAssessments read, WriteAssessment write, AssessmentLimits limits) {
        this.read = read;
        this.write = write;
        this.limits = limits;
    }

    @GetMapping(PATH)
    Object show(Caller caller, @PathVariable UUID id, @PathVariable String section) {
        var assessment = mine(caller, id);
        return assessment.isSigned()
                ? seeOther("/evidence/assessments/" + id)
                : page(caller, assessment, key(id, section), null, List.of(), false);
    }

    /** Autosave is answered with the new version alone; it must not send anybody to another page. */
    @PostMapping(PATH)
    Object save(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String section,
            @RequestParam(defaultValue = "-1") long version,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String strengths,
            @RequestParam(defaultValue = "") String gaps,
            @RequestParam(defaultValue = "") String then) {
        var assessment = mine(caller, id);
        var key = key(id, section);
        var typed = new WriteAssessment.Typed(text, strengths, gaps);
        var result = write.write(id, key, version, typed, AssessmentApi.author(caller));
        if (then.equals("autosave")) {
            return autosaved(result, key);
        }
        return switch (result) {
            case WriteAssessment.Result.Kept kept -> seeOther(next(caller, kept.assessment(), key, then));
            case WriteAssessment.Result.Invalid(var errors) -> page(caller, assessment, key, typed, errors, false);
            case WriteAssessment.Result.ChangedMeanwhile(var now) -> page(caller, now, key, typed, List.of(), true);
            case WriteAssessment.Result.NotFound() -> throw AssessmentApi.notFound(id.toString());
            case WriteAssessment.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case WriteAssessment.Result.Signed _ -> throw conflict();
            case WriteAssessment.Result.NotSigned _ -> throw conflict();
            case WriteAssessment.Result.IdTaken _ -> throw conflict();
            case WriteAssessment.Result.ReplacedBefore _ -> throw conflict();
        };
    }

    private static ResponseEntity<String> autosaved(WriteAssessment.Result result, SectionKey key) {
        return result instanceof WriteAssessment.Result.Kept kept
                ? ResponseEntity.ok(Long.toString(kept.assessment().section(key).version()))
                : ResponseEntity.status(HttpStatus.CONFLICT).body("");
    }

    private ModelAndView page(
            Caller caller,
            SelfAssessment assessment,
            SectionKey key,
            WriteAssessment.@Nullable Typed typed,
            List<FieldError> errors,
            boolean changed) {
        var report = read.content(assessment, caller);
        var section = assessment.section(key);
        var page = new ModelAndView("planning/assessing/section");
        if (changed || !errors.isEmpty()) {
            page.setStatus(changed ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        page.addObject("assessment", assessment);
        page.addObject("key", key);
        page.addObject("heading", heading(report, key));
        page.addObject("criterion", criterion(report, key).orElse(null));
        page.addObject("kept", section);
        page.addObject("typed", typed == null ? typed(section, criterion(report, key)) : typed);
        page.addObject("startsWithGaps", typed == null && section.version() == 0);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("changed", changed);
        page.addObject("limits", limits);
        return page;
    }

    /** Nobody has written yet: what is missing can be seen, so it need not be typed. */
    private static WriteAssessment.Typed typed(Section section, Optional<Report.CriterionPart> criterion) {
        if (section.version() == 0 && criterion.isPresent()) {
            return new WriteAssessment.Typed("", "", GatheredGaps.of(criterion.get()));
        }
        return new WriteAssessment.Typed(section.text(), section.strengths(), section.gaps());
    }

    private String next(Caller caller, SelfAssessment assessment, SectionKey key, String then) {
        String overview = "/evidence/assessments/" + assessment.id();
        if (!then.equals("next")) {
            return overview;
        }
        var keys = keys(read.content(assessment, caller));
        int index = keys.indexOf(key.value()) + 1;
        return index < keys.size() ? overview + "/sections/" + keys.get(index) : overview;
    }

    private static List<String> keys(Report report) {
        var keys = new ArrayList<String>();
        keys.add(SectionKey.OVERALL.value());
        for (var element : report.elements()) {
            keys.add(SectionKey.element(element.number()).value());
            element.criteria().forEach(criterion -> keys.add(criterion.code()));
        }
        return keys;
    }

    private static String heading(Report report, SectionKey key) {
        if (key.equals(SectionKey.OVERALL)) {
            return "The organisation as a whole";
        }
        return criterion(report, key)
                .map(criterion -> criterion.code() + " " + criterion.title())
                .orElseGet(() -> report.elements().stream()
                        .filter(element -> key.equals(SectionKey.element(element.number())))
                        .map(element -> "Element " + element.number() + " " + element.title())
                        .findFirst()
                        .orElseThrow(() -> AssessmentApi.notFound("with this section")));
    }

    private static Optional<Report.CriterionPart> criterion(Report report, SectionKey key) {
        return report.elements().stream()
                .flatMap(element -> element.criteria().stream())
                .filter(criterion -> criterion.code().equals(key.value()))
                .findFirst();
    }

    private static SectionKey key(UUID id, String section) {
        return SectionKey.of(section).orElseThrow(() -> AssessmentApi.notFound(id.toString()));
    }

    private SelfAssessment mine(Caller caller, UUID id) {
        return read.find(id, caller)
                .filter(assessment -> caller.person().belongsTo(assessment.provider()))
                .orElseThrow(() -> AssessmentApi.notFound(id.toString()));
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    private static Problem conflict() {
        return Problem.of(HttpStatus.CONFLICT, "signed", "This report was signed meanwhile. Begin a new version of it");
    }
}
