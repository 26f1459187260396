package org.ncsoversight.criteria.accreditation.assessing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Saving;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Seen;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Element;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The part of a draft report that tells of one element. */
@Controller
@RequestMapping("/providers/{ukprn}/reports/{id}/elements/{number}")
class ReportElementPage {

    private static final String TEXT = "text";

    private final ReportParts parts;

    ReportElementPage(ReportParts parts) {
        this.parts = parts;
    }

    @GetMapping
    ModelAndView element(@PathVariable String ukprn, @PathVariable UUID id, @PathVariable int number, Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
        return page(
                report,
                find(report, number),
                narrative(report, number),
                Seen.of(report, part(report, number)),
                List.of(),
                PageErrors.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String text,
            Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
        Element element = find(report, number);
        ReportEntry kept = ReportEntry.of(report.content());
        Map<String, @Nullable String> narratives =
                new HashMap<>(kept.narratives() == null ? Map.of() : kept.narratives());
        narratives.put(Integer.toString(number), text);
        var entry = new ReportEntry(
                kept.type(),
                kept.edition(),
                kept.assessor(),
                kept.from(),
                kept.to(),
                kept.scope(),
                kept.interviewed(),
                kept.findings(),
                narratives,
                kept.recommendation());
        var saving = new Saving(
                report, new Seen(version, seen), entry, now -> part(now, number), TEXT, "#element-" + number);
        return parts.save(
                saving,
                caller,
                (now, standing, errors) -> page(report, element, text, now, standing, onTheText(errors)));
    }

    private static PageErrors onTheText(PageErrors errors) {
        return new PageErrors(errors.all().stream()
                .map(problem -> new FieldError(TEXT, problem.code(), problem.message()))
                .toList());
    }

    private static List<Standing> part(AssessmentReport report, int number) {
        return List.of(new Standing("What was found", narrative(report, number)));
    }

    private static String narrative(AssessmentReport report, int number) {
        return report.content().narratives().getOrDefault(number, "");
    }

    private static ModelAndView page(
            AssessmentReport report,
            Element element,
            String text,
            Seen seen,
            List<Standing> standing,
            PageErrors errors) {
        var model = new ModelMap().addAttribute("element", element).addAttribute(TEXT, text);
        return ReportParts.page("accreditation/assessing/report-element", report, model, seen, standing, errors);
    }

    private Element find(AssessmentReport report, int number) {
        return parts.edition(report).elements().stream()
                .filter(element -> element.number() == number)
                .findFirst()
                .orElseThrow(ReportParts::notFound);
    }
}
