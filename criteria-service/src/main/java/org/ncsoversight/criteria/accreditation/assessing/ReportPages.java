package org.ncsoversight.criteria.accreditation.assessing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.accreditation.assessing.WriteReport.Result;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.AssessmentType;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.pages.Paragraphs;
import org.ncsoversight.criteria.pages.Standing;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.standard.store.EditionStore;
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

/** The reports on a provider: the list, a new one, one as a task list or as it was signed, signing and correcting. */
@Controller
@RequestMapping("/providers/{ukprn}/reports")
class ReportPages {

    record Choice(String code, String title) {}

    private final WriteReport writeReport;
    private final ReportReader reports;
    private final ReportTasks tasks;
    private final ProviderStore providers;
    private final EditionStore editions;

    ReportPages(
            WriteReport writeReport,
            ReportReader reports,
            ReportTasks tasks,
            ProviderStore providers,
            EditionStore editions) {
        this.writeReport = writeReport;
        this.reports = reports;
        this.tasks = tasks;
        this.providers = providers;
        this.editions = editions;
    }

    @GetMapping
    ModelAndView list(@PathVariable String ukprn, Caller caller) {
        Provider provider = provider(ukprn, caller);
        List<ReportTasks.Summary> found =
                reports.list(Optional.of(provider.ukprn()), Optional.empty(), ReportReader.MAX_READ, caller).stream()
                        .sorted(Comparator.comparing((AssessmentReport report) -> report.content()
                                        .to()
                                        .map(Object::toString)
                                        .orElse("9"))
                                .thenComparingInt(AssessmentReport::revision)
                                .reversed())
                        .map(tasks::summary)
                        .toList();
        var model = model(provider, caller).addAttribute("reports", found);
        return new ModelAndView("accreditation/assessing/reports", model);
    }

    @GetMapping("/new")
    ModelAndView empty(@PathVariable String ukprn, Caller caller) {
        return form(writable(ukprn, caller), caller, "", "", PageErrors.NONE);
    }

    @PostMapping("/new")
    ModelAndView begin(
            @PathVariable String ukprn,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String edition,
            Caller caller) {
        Provider provider = writable(ukprn, caller);
        var entry = new ReportEntry(type, edition, "", "", "", "", Map.of(), List.of(), Map.of(), "");
        return switch (writeReport.save(UUID.randomUUID(), ukprn, entry, OptionalLong.of(0), caller)) {
            case Result.Begun(var report) -> see(report, "");
            case Result.Done(var report) -> see(report, "");
            case Result.Invalid(var problems) -> form(provider, caller, type, edition, new PageErrors(problems));
            case Result.NotThere _, Result.Frozen _, Result.ChangedMeanwhile _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    private ModelAndView form(Provider provider, Caller caller, String type, String edition, PageErrors errors) {
        var model = model(provider, caller)
                .addAttribute("type", type)
                .addAttribute("edition", edition)
                .addAttribute("types", AssessmentType.values())
                .addAttribute(
                        "editions",
                        editions.all().reversed().stream()
                                .map(one -> new Choice(one.id().value(), one.title()))
                                .toList())
                .addAttribute("errors", errors);
        return new ModelAndView(
                "accreditation/assessing/new-report",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    @GetMapping("/{id}")
    ModelAndView one(@PathVariable String ukprn, @PathVariable UUID id, Caller caller) {
        return one(provider(ukprn, caller), report(ukprn, id, caller), caller, "", PageErrors.NONE);
    }

    private ModelAndView one(
            Provider provider, AssessmentReport report, Caller caller, String reason, PageErrors errors) {
        var model = model(provider, caller)
                .addAttribute("summary", tasks.summary(report))
                .addAttribute("elements", tasks.elements(report))
                .addAttribute("interviewed", tasks.interviewed(report))
                .addAttribute("content", report.content())
                .addAttribute("series", report.series())
                .addAttribute("scope", Paragraphs.of(report.content().scope()))
                .addAttribute("next", next(provider))
                .addAttribute("version", report.version())
                .addAttribute("reason", reason)
                .addAttribute("errors", errors);
        String view =
                report.signed() ? "accreditation/assessing/signed-report" : "accreditation/assessing/report-tasks";
        return new ModelAndView(view, model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    // What the recommendation leads to is known once the accreditation is recorded.
    private static List<Standing> next(Provider provider) {
        return provider.cycle().milestones().stream()
                .filter(milestone -> !milestone.done())
                .map(milestone -> new Standing(milestone.kind().label(), UkDate.of(milestone.on())))
                .toList();
    }

    @PostMapping("/{id}/sign")
    ModelAndView sign(@PathVariable String ukprn, @PathVariable UUID id, @RequestParam long version, Caller caller) {
        AssessmentReport report = report(ukprn, id, caller);
        return switch (writeReport.sign(id, OptionalLong.of(version), caller)) {
            case Result.Begun(var signed) -> see(signed, "");
            case Result.Done(var signed) -> see(signed, "");
            case Result.Invalid(var problems) ->
                one(provider(ukprn, caller), report, caller, "", new PageErrors(onTasks(problems)));
            case Result.ChangedMeanwhile _ ->
                one(provider(ukprn, caller), report(ukprn, id, caller), caller, "", meanwhile("sign"));
            case Result.NotThere _, Result.Frozen _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    @PostMapping("/{id}/correct")
    ModelAndView correct(
            @PathVariable String ukprn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Caller caller) {
        AssessmentReport report = report(ukprn, id, caller);
        return switch (writeReport.correct(id, reason, caller)) {
            case Result.Begun(var draft) -> see(draft, "");
            case Result.Done(var draft) -> see(draft, "");
            case Result.Invalid(var problems) ->
                one(provider(ukprn, caller), report, caller, reason, new PageErrors(problems));
            case Result.ChangedMeanwhile _ -> one(provider(ukprn, caller), report, caller, reason, meanwhile("reason"));
            case Result.NotThere _, Result.Frozen _ -> throw notFound();
            case Result.OwnOrganisation _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    // What belongs to the assessment itself is filled in behind one task.
    private static List<FieldError> onTasks(List<FieldError> problems) {
        return problems.stream()
                .map(problem -> problem.field().startsWith("criterion-")
                        ? problem
                        : new FieldError("assessor", problem.code(), problem.message()))
                .toList();
    }

    private static PageErrors meanwhile(String field) {
        return new PageErrors(List.of(new FieldError(
                field,
                "changed-meanwhile",
                "Somebody else changed this report meanwhile. What they wrote is shown below or when"
                        + " you open it again")));
    }

    static ModelAndView see(AssessmentReport report, String fragment) {
        return new ModelAndView(
                "redirect:/providers/" + report.provider().value() + "/reports/" + report.id() + fragment,
                HttpStatus.SEE_OTHER);
    }

    private AssessmentReport report(String ukprn, UUID id, Caller caller) {
        return reports.find(id, caller)
                .filter(report -> report.provider().value().equals(ukprn))
                .orElseThrow(ReportPages::notFound);
    }

    private Provider provider(String ukprn, Caller caller) {
        return Ukprn.parse(ukprn)
                .flatMap(known -> providers.find(known, caller.visible()))
                .orElseThrow(ReportPages::notFound);
    }

    private Provider writable(String ukprn, Caller caller) {
        Provider provider = provider(ukprn, caller);
        if (!ReportReader.mayWrite(provider.ukprn(), caller)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return provider;
    }

    private static ModelMap model(Provider provider, Caller caller) {
        return new ModelMap()
                .addAttribute("ukprn", provider.ukprn().value())
                .addAttribute("name", provider.name())
                .addAttribute("mayWrite", ReportReader.mayWrite(provider.ukprn(), caller))
                .addAttribute("own", caller.own().contains(provider.ukprn()));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
