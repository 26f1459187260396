package org.ncsoversight.criteria.accreditation.assessing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.assessing.ReportEntry.Found;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Saving;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Seen;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.Finding;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Paragraphs;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The part of a draft report that judges one criterion. */
@Controller
@RequestMapping("/providers/{ukprn}/reports/{id}/criteria/{code}")
class ReportCriterionPage {

    private final ReportParts parts;

    ReportCriterionPage(ReportParts parts) {
        this.parts = parts;
    }

    @GetMapping
    ModelAndView criterion(
            @PathVariable String ukprn, @PathVariable UUID id, @PathVariable String code, Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
        Criterion criterion = find(report, code);
        Finding finding = report.content().finding(criterion.code());
        var fields = Map.of(
                "met", finding.met().map(String::valueOf).orElse(""),
                "text", finding.text(),
                "strengths", String.join("\n", finding.strengths()),
                "improvements", String.join("\n", finding.improvements()),
                "evidence", ids(finding).collect(Collectors.joining("\n")));
        return page(report, criterion, fields, Seen.of(report, part(report, criterion)), List.of(), PageErrors.NONE);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
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
        String fragment = "criterion-" + code;
        var saving = new Saving(
                report, new Seen(version, seen), entry, now -> part(now, criterion), fragment, "#" + fragment);
        return parts.save(
                saving,
                caller,
                (now, standing, errors) ->
                        page(report, criterion, fields, now, standing, onFields(fragment + "-", errors)));
    }

    // A report names the criterion with the field; the form is of one criterion.
    private static PageErrors onFields(String prefix, PageErrors errors) {
        return new PageErrors(errors.all().stream()
                .map(problem -> problem.field().startsWith(prefix)
                        ? new FieldError(problem.field().substring(prefix.length()), problem.code(), problem.message())
                        : problem)
                .toList());
    }

    private static List<Standing> part(AssessmentReport report, Criterion criterion) {
        Finding finding = report.content().finding(criterion.code());
        return List.of(
                new Standing(
                        "Is it met?",
                        finding.met().map(met -> met ? "Met" : "Not met").orElse("Not judged")),
                new Standing("What was found", finding.text()),
                new Standing("Strengths", String.join("; ", finding.strengths())),
                new Standing("Areas for continuous improvement", String.join("; ", finding.improvements())),
                new Standing("Evidence", ids(finding).collect(Collectors.joining("; "))));
    }

    private static Stream<String> ids(Finding finding) {
        return finding.evidence().stream().map(UUID::toString);
    }

    private static ModelAndView page(
            AssessmentReport report,
            Criterion criterion,
            Map<String, String> fields,
            Seen seen,
            List<Standing> standing,
            PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("code", criterion.code().value())
                .addAttribute("title", criterion.title())
                .addAttribute("asks", Paragraphs.of(criterion.asks()))
                .addAttribute(
                        "evidence",
                        ids(report.content().finding(criterion.code())).toList())
                .addAttribute("fields", fields);
        return ReportParts.page("accreditation/assessing/report-criterion", report, model, seen, standing, errors);
    }

    private Criterion find(AssessmentReport report, String code) {
        return CriterionCode.parse(code)
                .flatMap(parts.edition(report)::criterion)
                .orElseThrow(ReportParts::notFound);
    }
}
