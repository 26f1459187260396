package org.ncsoversight.evidence.planning.assessing;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.evidence.standard.KnownStandard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All self-assessment reports the caller may read, and the form that begins one. */
@Controller
class AssessmentListPage {

    static final String PATH = "/evidence/assessments";

    private static final int PAGE_LENGTH = 50;

    /** The form as it was typed. */
    public record Form(MultiValueMap<String, String> typed) {

        public String text(String field) {
            return Objects.requireNonNullElse(typed.getFirst(field), "");
        }

        String date(String field) {
            String date =
                    text(field + "-year").strip() + "-" + text(field + "-month").strip() + "-"
                            + text(field + "-day").strip();
            return date.equals("--") ? "" : date;
        }
    }

    private final ReadAssessments read;
    private final WriteAssessment write;
    private final KnownStandard standard;
    private final EditionInForce inForce;
    private final KnownProviders providers;

    AssessmentListPage(
            ReadAssessments read,
            WriteAssessment write,
            KnownStandard standard,
            EditionInForce inForce,
            KnownProviders providers) {
        this.read = read;
        this.write = write;
        this.standard = standard;
        this.inForce = inForce;
        this.providers = providers;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Caller caller,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(required = false) @Nullable String after) {
        var found = read.list(AssessmentApi.provider(provider), Cursor.read(after), PAGE_LENGTH, caller);
        var page = new ModelAndView("planning/assessing/assessment-list");
        page.addObject("assessments", found.assessments());
        page.addObject("provider", provider);
        page.addObject("several", caller.visible().severalProviders());
        page.addObject("mayWrite", caller.may(Capability.DRAFT));
        page.addObject(
                "names",
                providers.namesOf(found.assessments().stream()
                        .map(SelfAssessment::provider)
                        .distinct()
                        .toList()));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }

    @GetMapping(PATH + "/new")
    ModelAndView form() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.add("assessment", UUID.randomUUID().toString());
        inForce.edition().ifPresent(edition -> typed.add("edition", edition.code()));
        var to = inForce.today();
        add(typed, "periodFrom", to.minusYears(1).plusDays(1));
        add(typed, "periodTo", to);
        return page(new Form(typed), List.of());
    }

    private static void add(MultiValueMap<String, String> typed, String field, LocalDate date) {
        typed.add(field + "-day", Integer.toString(date.getDayOfMonth()));
        typed.add(field + "-month", Integer.toString(date.getMonthValue()));
        typed.add(field + "-year", Integer.toString(date.getYear()));
    }

    @PostMapping(PATH + "/new")
    Object start(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var form = new Form(typed);
        var start = new WriteAssessment.Start(form.text("edition"), form.date("periodFrom"), form.date("periodTo"));
        return switch (write.start(id(form), start, AssessmentApi.author(caller))) {
            case WriteAssessment.Result.Kept kept ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PATH + "/" + kept.assessment().id()))
                        .build();
            case WriteAssessment.Result.Invalid(var errors) -> page(form, errors);
            case WriteAssessment.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case WriteAssessment.Result.IdTaken _ -> throw conflict();
            case WriteAssessment.Result.ReplacedBefore _ -> throw conflict();
            case WriteAssessment.Result.NotFound _ -> throw conflict();
            case WriteAssessment.Result.Signed _ -> throw conflict();
            case WriteAssessment.Result.NotSigned _ -> throw conflict();
            case WriteAssessment.Result.ChangedMeanwhile _ -> throw conflict();
        };
    }

    private ModelAndView page(Form form, List<FieldError> errors) {
        var page = new ModelAndView("planning/assessing/new-assessment");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("editions", standard.editions());
        return page;
    }

    private static UUID id(Form form) {
        try {
            return UUID.fromString(form.text("assessment"));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    private static Problem conflict() {
        return Problem.of(HttpStatus.CONFLICT, "id-taken", "This form was sent before with other content");
    }
}
