package org.ncsoversight.criteria.accreditation.assessing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Saving;
import org.ncsoversight.criteria.accreditation.assessing.ReportParts.Seen;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.Interviewed;
import org.ncsoversight.criteria.accreditation.model.Recommendation;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The part of a draft report that tells of the assessment itself. */
@Controller
@RequestMapping("/providers/{ukprn}/reports/{id}/details")
class ReportDetailsPage {

    private final ReportParts parts;

    ReportDetailsPage(ReportParts parts) {
        this.parts = parts;
    }

    @GetMapping
    ModelAndView details(@PathVariable String ukprn, @PathVariable UUID id, Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
        var content = report.content();
        var fields = new HashMap<String, String>();
        fields.put("assessor", content.assessor());
        fields.put("scope", content.scope());
        fields.put(
                "recommendation",
                content.recommendation().map(Recommendation::code).orElse(""));
        content.interviewed().forEach((group, number) -> fields.put(group.code(), Integer.toString(number)));
        content.from().map(DateFields::of).ifPresent(from -> put(fields, "from", from));
        content.to().map(DateFields::of).ifPresent(to -> put(fields, "to", to));
        return page(report, fields, Seen.of(report, part(report)), List.of(), PageErrors.NONE);
    }

    private static void put(Map<String, String> fields, String name, DateFields date) {
        fields.putAll(Map.of(name + "-day", date.day(), name + "-month", date.month(), name + "-year", date.year()));
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam Map<String, String> fields,
            Caller caller) {
        AssessmentReport report = parts.draft(ukprn, id, caller);
        ReportEntry kept = ReportEntry.of(report.content());
        var people = new HashMap<String, @Nullable String>();
        for (Interviewed group : Interviewed.values()) {
            people.put(group.code(), fields.get(group.code()));
        }
        var entry = new ReportEntry(
                kept.type(),
                kept.edition(),
                fields.get("assessor"),
                DateFields.in(fields, "from").text(),
                DateFields.in(fields, "to").text(),
                fields.get("scope"),
                people,
                kept.findings(),
                kept.narratives(),
                fields.get("recommendation"));
        var saving = new Saving(report, new Seen(version, seen), entry, ReportDetailsPage::part, "assessor", "");
        return parts.save(saving, caller, (now, standing, errors) -> page(report, fields, now, standing, errors));
    }

    private static List<Standing> part(AssessmentReport report) {
        var content = report.content();
        var rows = new ArrayList<Standing>();
        rows.add(new Standing("Name of the assessor", content.assessor()));
        rows.add(new Standing("First day", content.from().map(UkDate::of).orElse("")));
        rows.add(new Standing("Last day", content.to().map(UkDate::of).orElse("")));
        rows.add(new Standing("Scope", content.scope()));
        for (Interviewed group : Interviewed.values()) {
            rows.add(new Standing(
                    group.label(),
                    Optional.ofNullable(content.interviewed().get(group))
                            .map(String::valueOf)
                            .orElse("")));
        }
        rows.add(new Standing(
                "Recommendation",
                content.recommendation().map(Recommendation::label).orElse("")));
        return rows;
    }

    private static ModelAndView page(
            AssessmentReport report,
            Map<String, String> fields,
            Seen seen,
            List<Standing> standing,
            PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("fields", fields)
                .addAttribute("from", DateFields.in(fields, "from"))
                .addAttribute("to", DateFields.in(fields, "to"))
                .addAttribute("groups", Interviewed.values())
                .addAttribute(
                        "recommendations", Recommendation.of(report.content().type()));
        return ReportParts.page("accreditation/assessing/report-details", report, model, seen, standing, errors);
    }
}
