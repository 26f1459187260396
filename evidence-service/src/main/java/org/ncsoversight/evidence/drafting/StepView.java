package org.ncsoversight.evidence.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.intake.SubmissionLimits;
import org.ncsoversight.evidence.model.Classification;
import org.ncsoversight.evidence.model.Draft;
import org.ncsoversight.evidence.model.Field;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Kind;
import org.ncsoversight.evidence.model.Proposal;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one question. */
@Component
class StepView {

    private final EditionInForce inForce;
    private final SubmissionLimits limits;

    StepView(EditionInForce inForce, SubmissionLimits limits) {
        this.inForce = inForce;
        this.limits = limits;
    }

    /** The first question, before there is a draft. */
    ModelAndView first(HttpStatus status, StepForm form, String evidence, String voice, List<FieldError> errors) {
        return page(status, Step.CRITERIA, form, errors)
                .addObject("path", "/evidence/new")
                .addObject("back", "/evidence/home")
                .addObject("evidence", evidence)
                .addObject("voice", voice);
    }

    ModelAndView of(HttpStatus status, Step step, Draft draft, StepForm form, boolean change, List<FieldError> errors) {
        return page(status, step, form, errors)
                .addObject("draft", draft)
                .addObject("change", change)
                .addObject("path", "/evidence/drafts/%s/%s".formatted(draft.id(), step.word()))
                .addObject("back", back(step, draft, change));
    }

    /** Somebody else has saved it: what was typed stands in the form, what they saved above it. */
    ModelAndView conflict(Step step, Draft now, StepForm form, boolean change) {
        var changed = new FieldError(
                "changed",
                "changed-meanwhile",
                "%s saved this draft while you were writing"
                        .formatted(now.savedBy().username()));
        return of(HttpStatus.CONFLICT, step, now, form, change, List.of(changed))
                .addObject("saved", new StepForm(now.proposal()));
    }

    private ModelAndView page(HttpStatus status, Step step, StepForm form, List<FieldError> errors) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("drafting/step");
        page.setStatus(status);
        page.addObject("step", step);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("edition", edition);
        page.addObject("voices", List.of(Voice.values()));
        page.addObject("kinds", List.of(Kind.values()));
        page.addObject("classifications", List.of(Classification.values()));
        page.addObject("limits", limits);
        page.addObject("chosen", chosen(form.proposal()));
        return page;
    }

    /** The text of what was chosen, so that a later question need not be answered by heart. */
    private List<Criterion> chosen(Proposal proposal) {
        return inForce.edition().stream()
                .flatMap(edition -> edition.criteria().stream())
                .filter(criterion ->
                        proposal.all(Field.CRITERIA).contains(criterion.code().value()))
                .toList();
    }

    private static @Nullable String back(Step step, Draft draft, boolean change) {
        String drafts = "/evidence/drafts/" + draft.id() + "/";
        return change
                ? drafts + "check"
                : step.previous(draft.proposal())
                        .map(previous -> drafts + previous.word())
                        .orElse("/evidence/drafts");
    }
}
