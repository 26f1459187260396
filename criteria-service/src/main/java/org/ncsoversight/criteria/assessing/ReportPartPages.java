package org.ncsoversight.criteria.assessing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.assessing.ReportEntry.Found;
import org.ncsoversight.criteria.assessing.WriteReport.Result;
import org.ncsoversight.criteria.model.assessment.AssessmentReport;
import org.ncsoversight.criteria.model.assessment.Interviewed;
import org.ncsoversight.criteria.model.assessment.Recommendation;
import org.ncsoversight.criteria.model.standard.Criterion;
import org.ncsoversight.criteria.model.standard.CriterionCode;
import org.ncsoversight.criteria.model.standard.Element;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The parts of a draft report, each a page of its own: the assessment itself, an element's narrative, one criterion. */
@Controller
@RequestMapping("/providers/{ukprn}/reports/{id}")
class ReportPartPages {

    private final WriteReport writeReport;
    private final ReportReader reports;
    private final ReportTasks tasks;

    ReportPartPages(WriteReport writeReport, ReportReader reports, ReportTasks tasks) {
        this.writeReport = writeReport;
        this.reports = reports;
        this.tasks = tasks;
    }

    @GetMapping("/details")
    ModelAndView details(@PathVariable String ukprn, @PathVariable UUID id, Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
        var content = report.content();
        var fields = new HashMap<String, String>();
        fields.put("assessor", content.assessor());
        fields.put("scope", content.scope());
        fields.put(
                "recommendation",
                content.recommendation().map(Recommendation::code).orElse(""));
        content.interviewed().forEach((group, number) -> fields.put(group.code(), Integer.toString(number)));
        return details(
                report,
                fields,
                content.from().map(DateFields::of).orElse(DateFields.EMPTY),
                content.to().map(DateFields::of).orElse(DateFields.EMPTY),
                report.version(),
                PageErrors.NONE);
    }

    @PostMapping("/details")
    ModelAndView saveDetails(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
        ReportEntry kept = ReportEntry.of(report.content());
        DateFields from = DateFields.in(fields, "from");
        DateFields to = DateFields.in(fields, "to");
        var people = new HashMap<String, @Nullable String>();
        for (Interviewed group : Interviewed.values()) {
            people.put(group.code(), fields.get(group.code()));
        }
        var entry = new ReportEntry(
                kept.type(),
                kept.edition(),
                fields.get("assessor"),
                from.text(),
                to.text(),
                fields.get("scope"),
                people,
                kept.findings(),
                kept.narratives(),
                fields.get("recommendation"));
        return save(report, entry, version, caller, "", errors -> details(report, fields, from, to, version, errors));
    }

    private ModelAndView details(
            AssessmentReport report,
            Map<String, String> fields,
            DateFields from,
            DateFields to,
            long version,
            PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("fields", fields)
                .addAttribute("from", from)
                .addAttribute("to", to)
                .addAttribute("groups", Interviewed.values())
                .addAttribute(
                        "recommendations", Recommendation.of(report.content().type()));
        return page("assessing/report-details", report, model, version, errors);
    }

    @GetMapping("/elements/{number}")
    ModelAndView element(@PathVariable String ukprn, @PathVariable UUID id, @PathVariable int number, Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
        String text = report.content().narratives().getOrDefault(number, "");
        return element(report, find(report, number), text, report.version(), PageErrors.NONE);
    }

    @PostMapping("/elements/{number}")
    ModelAndView saveElement(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String text,
            Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
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
        return save(
                report,
                entry,
                version,
                caller,
                "#element-" + number,
                errors -> element(report, element, text, version, errors));
    }

    private ModelAndView element(
            AssessmentReport report, Element element, String text, long version, PageErrors errors) {
        var model = new ModelMap().addAttribute("element", element).addAttribute("text", text);
        return page("assessing/report-element", report, model, version, errors);
    }

    @GetMapping("/criteria/{code}")
    ModelAndView criterion(
            @PathVariable String ukprn, @PathVariable UUID id, @PathVariable String code, Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
        Criterion criterion = find(report, code);
        var finding = report.content().finding(criterion.code());
        var fields = Map.of(
                "met", finding.met().map(String::valueOf).orElse(""),
                "text", finding.text(),
                "strengths", String.join("\n", finding.strengths()),
                "improvements", String.join("\n", finding.improvements()),
                "evidence",
                        String.join(
                                "\n",
                                finding.evidence().stream().map(UUID::toString).toList()));
        return criterion(report, criterion, fields, report.version(), PageErrors.NONE);
    }

    @PostMapping("/criteria/{code}")
    ModelAndView saveCriterion(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        AssessmentReport report = draft(ukprn, id, caller);
        Criterion criterion = find(report, code);
        ReportEntry kept = ReportEntry.of(report.content());
        var findings = new ArrayList<Found>(kept.findings() == null ? List.of() : kept.findings());
        findings.removeIf(found -> code.equals(found.criterion()));
        String met = fields.getOrDefault("met", "");
        findings.add(new Found(
                code,
                met.isEmpty() ? null : Boolean.valueOf(met),
                fields.get("text"),
                ReportEntry.lines(fields.get("strengths")),
                ReportEntry.lines(fields.get("improvements")),
                ReportEntry.lines(fields.get("evidence"))));
        var entry = new ReportEntry(
                kept.type(),
                kept.edition(),
                kept.assessor(),
                kept.from(),
                kept.to(),
                kept.scope(),
                kept.interviewed(),
                findings,
                kept.narratives(),
                kept.recommendation());
        return save(
                report,
                entry,
                version,
                caller,
                "#criterion-" + code,
                errors -> criterion(report, criterion, fields, version, errors));
    }

    private ModelAndView criterion(
            AssessmentReport report, Criterion criterion, Map<String, String> fields, long version, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("code", criterion.code().value())
                .addAttribute("title", criterion.title())
                .addAttribute("asks", criterion.asks())
                .addAttribute("fields", fields);
        return page("assessing/report-criterion", report, model, version, errors);
    }

    private interface Form {

        ModelAndView with(PageErrors errors);
    }

    private ModelAndView save(
            AssessmentReport report, ReportEntry entry, long version, Caller caller, String fragment, Form form) {
        String ukprn = report.provider().value();
        return switch (writeReport.save(report.id(), ukprn, entry, OptionalLong.of(version), caller)) {
            case Result.Begun(var saved) -> ReportPages.see(saved, fragment);
            case Result.Done(var saved) -> ReportPages.see(saved, fragment);
            case Result.Invalid(var problems) -> form.with(new PageErrors(problems));
            case Result.ChangedMeanwhile _, Result.Frozen _ -> form.with(ReportPages.meanwhile("version"));
            case Result.NotThere _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    private ModelAndView page(String view, AssessmentReport report, ModelMap model, long version, PageErrors errors) {
        model.addAttribute("ukprn", report.provider().value())
                .addAttribute("id", report.id())
                .addAttribute("label", report.content().type().label())
                .addAttribute("version", version)
                .addAttribute("errors", errors);
        return new ModelAndView(view, model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private AssessmentReport draft(String ukprn, UUID id, Caller caller) {
        return reports.find(id, caller)
                .filter(report -> report.provider().value().equals(ukprn) && !report.signed())
                .orElseThrow(ReportPartPages::notFound);
    }

    private Element find(AssessmentReport report, int number) {
        return tasks.edition(report).elements().stream()
                .filter(element -> element.number() == number)
                .findFirst()
                .orElseThrow(ReportPartPages::notFound);
    }

    private Criterion find(AssessmentReport report, String code) {
        Optional<CriterionCode> known = CriterionCode.parse(code);
        return known.flatMap(tasks.edition(report)::criterion).orElseThrow(ReportPartPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
