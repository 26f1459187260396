package org.ncsoversight.criteria.accreditation.assessing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.assessing.WriteReport.Result;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.model.Edition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ModelMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the pages of a draft report have in common, each a part of it. Two people who write different parts do not stand
 * in each other's way; of two who write the same, the second sees what the first wrote.
 */
@Component
class ReportParts {

    /** The report and the part of it that somebody had before them. */
    record Seen(long version, String part) {

        static Seen of(AssessmentReport report, List<Standing> part) {
            return new Seen(report.version(), fingerprint(part));
        }

        // A part that still says the same is changed as if the rest of the report had been read anew.
        OptionalLong expected(AssessmentReport report, List<Standing> part) {
            return OptionalLong.of(this.part.equals(fingerprint(part)) ? report.version() : version);
        }

        private static String fingerprint(List<Standing> part) {
            return UUID.nameUUIDFromBytes(part.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /**
     * What is to be saved.
     *
     * @param part what a report says in this part
     * @param field the first field of the form
     */
    record Saving(
            AssessmentReport report,
            Seen seen,
            ReportEntry entry,
            Function<AssessmentReport, List<Standing>> part,
            String field,
            String fragment) {}

    /** The form as it was typed, beside what stands where that is something else. */
    interface Again {

        ModelAndView with(Seen seen, List<Standing> standing, PageErrors errors);
    }

    private final WriteReport writeReport;
    private final ReportReader reports;
    private final ReportTasks tasks;

    ReportParts(WriteReport writeReport, ReportReader reports, ReportTasks tasks) {
        this.writeReport = writeReport;
        this.reports = reports;
        this.tasks = tasks;
    }

    AssessmentReport draft(String ukprn, UUID id, Caller caller) {
        return reports.find(id, caller)
                .filter(report -> report.provider().value().equals(ukprn) && !report.signed())
                .orElseThrow(ReportParts::notFound);
    }

    Edition edition(AssessmentReport report) {
        return tasks.edition(report);
    }

    ModelAndView save(Saving saving, Caller caller, Again again) {
        AssessmentReport report = saving.report();
        OptionalLong expected = saving.seen().expected(report, saving.part().apply(report));
        String ukprn = report.provider().value();
        return switch (writeReport.save(report.id(), ukprn, saving.entry(), expected, caller)) {
            case Result.Begun(var saved) -> ReportPages.see(saved, saving.fragment());
            case Result.Done(var saved) -> ReportPages.see(saved, saving.fragment());
            case Result.Invalid(var problems) -> again.with(saving.seen(), List.of(), new PageErrors(problems));
            case Result.ChangedMeanwhile _, Result.Frozen _ -> {
                AssessmentReport now = reports.find(report.id(), caller).orElseThrow(ReportParts::notFound);
                List<Standing> standing = saving.part().apply(now);
                yield again.with(Seen.of(now, standing), standing, meanwhile(saving.field()));
            }
            case Result.NotThere _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    static ModelAndView page(
            String view,
            AssessmentReport report,
            ModelMap model,
            Seen seen,
            List<Standing> standing,
            PageErrors errors) {
        model.addAttribute("ukprn", report.provider().value())
                .addAttribute("id", report.id())
                .addAttribute("label", report.content().type().label())
                .addAttribute("version", seen.version())
                .addAttribute("seen", seen.part())
                .addAttribute("standing", standing)
                .addAttribute("errors", errors);
        return new ModelAndView(view, model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static PageErrors meanwhile(String field) {
        return new PageErrors(List.of(new FieldError(
                field,
                "changed-meanwhile",
                "Somebody else changed this report meanwhile. Compare with how it stands, then save again")));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
