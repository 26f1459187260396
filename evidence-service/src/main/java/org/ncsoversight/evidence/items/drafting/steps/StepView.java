package org.ncsoversight.evidence.items.drafting.steps;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.files.FileLimits;
import org.ncsoversight.evidence.items.answering.AnsweredCriterion;
import org.ncsoversight.evidence.items.intake.SubmissionLimits;
import org.ncsoversight.evidence.items.model.Classification;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Kind;
import org.ncsoversight.evidence.items.store.HeldFiles;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one question. */
@Component
class StepView {

    private final EditionInForce inForce;
    private final SubmissionLimits limits;
    private final FileLimits fileLimits;
    private final HeldFiles held;
    private final Replaceable replaceable;

    StepView(
            EditionInForce inForce,
            SubmissionLimits limits,
            FileLimits fileLimits,
            HeldFiles held,
            Replaceable replaceable) {
        this.inForce = inForce;
        this.limits = limits;
        this.fileLimits = fileLimits;
        this.held = held;
        this.replaceable = replaceable;
    }

    /** A question with what is typed so far; change is for whoever came from the check to answer this one again. */
    record Shown(Step step, StepForm form, boolean change) {}

    /** The first question, before there is a draft. */
    ModelAndView first(HttpStatus status, StepForm form, String evidence, String voice, List<FieldError> errors) {
        return page(status, Step.CRITERIA, form, errors)
                .addObject("path", "/evidence/new")
                .addObject("back", "/evidence/home")
                .addObject("evidence", evidence)
                .addObject("voice", voice);
    }

    ModelAndView of(HttpStatus status, Shown shown, Draft draft, Caller caller, List<FieldError> errors) {
        Step step = shown.step();
        boolean change = shown.change();
        var page = page(status, step, shown.form(), errors);
        if (step == Step.FILES) {
            page.addObject("sameFiles", held.elsewhere(draft.id(), draft.provider(), draft.files(), caller.own()));
        }
        if (step == Step.HANDLING && !draft.isRevision()) {
            page.addObject("replaceable", replaceable.by(draft, caller));
        }
        return page.addObject("draft", draft)
                .addObject("change", change)
                .addObject("path", "/evidence/drafts/%s/%s".formatted(draft.id(), step.word()))
                .addObject("back", back(step, draft, change));
    }

    /** Somebody else has saved it: what was typed stands in the form, what they saved above it. */
    ModelAndView conflict(Shown shown, Draft now, Caller caller) {
        var changed = new FieldError(
                "changed",
                "changed-meanwhile",
                "%s saved this draft while you were writing"
                        .formatted(now.savedBy().username()));
        return of(HttpStatus.CONFLICT, shown, now, caller, List.of(changed))
                .addObject("saved", new StepForm(now.proposal()));
    }

    private ModelAndView page(HttpStatus status, Step step, StepForm form, List<FieldError> errors) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("items/drafting/step");
        page.setStatus(status);
        page.addObject("step", step);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("edition", edition);
        page.addObject("editions", inForce.editions());
        page.addObject("voices", List.of(Voice.values()));
        page.addObject("kinds", List.of(Kind.values()));
        page.addObject("classifications", List.of(Classification.values()));
        page.addObject("limits", limits);
        page.addObject("fileLimits", fileLimits);
        page.addObject("chosen", AnsweredCriterion.of(form.proposal(), edition, inForce.known()));
        return page;
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
