package org.ncsoversight.evidence.planning.improving.pages;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.improving.Gaps;
import org.ncsoversight.evidence.planning.improving.ImprovementApi;
import org.ncsoversight.evidence.planning.improving.ImprovementLimits;
import org.ncsoversight.evidence.planning.improving.ProposeImprovement;
import org.ncsoversight.evidence.planning.improving.ReadImprovement;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The form of an improvement action, for a new one and for changing one. */
@Controller
class ProposeImprovementPage {

    private static final String NEW = "/evidence/improvement/new";
    private static final String EDIT = "/evidence/improvement/{id}/edit";

    private final ProposeImprovement propose;
    private final ImprovementStore store;
    private final ReadImprovement reader;
    private final Gaps gaps;
    private final ImprovementLimits limits;

    ProposeImprovementPage(
            ProposeImprovement propose,
            ImprovementStore store,
            ReadImprovement reader,
            Gaps gaps,
            ImprovementLimits limits) {
        this.propose = propose;
        this.store = store;
        this.reader = reader;
        this.gaps = gaps;
        this.limits = limits;
    }

    /** Other pages link here with what they found filled in: a gap, a theme, an area of a report, an item. */
    @GetMapping(NEW)
    ModelAndView form(Caller caller, @RequestParam MultiValueMap<String, String> prefilled) {
        var typed = new LinkedMultiValueMap<>(prefilled);
        typed.set("action", UUID.randomUUID().toString());
        return page(caller, null, new ImprovementForm(typed), List.of(), false);
    }

    @PostMapping(NEW)
    Object propose(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var form = new ImprovementForm(typed);
        var result = propose.propose(id(form), form.input(), ImprovementApi.author(caller));
        return answer(result, caller, null, form);
    }

    @GetMapping(EDIT)
    ModelAndView form(Caller caller, @PathVariable UUID id) {
        var action = own(caller, id);
        return page(caller, action, ImprovementForm.of(action), List.of(), false);
    }

    @PostMapping(EDIT)
    Object edit(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var action = own(caller, id);
        var form = new ImprovementForm(typed);
        var result = propose.edit(id, version(form), form.input(), ImprovementApi.author(caller));
        return answer(result, caller, action, form);
    }

    private Object answer(
            ProposeImprovement.Result result, Caller caller, @Nullable ImprovementAction before, ImprovementForm form) {
        return switch (result) {
            case ProposeImprovement.Result.Kept(var action) -> seeOther(action);
            case ProposeImprovement.Result.KeptBefore(var action) -> seeOther(action);
            case ProposeImprovement.Result.Invalid(var errors) -> page(caller, before, form, errors, false);
            case ProposeImprovement.Result.ChangedMeanwhile(var now) -> page(caller, now, form, List.of(), true);
            case ProposeImprovement.Result.NotFound() -> throw ImprovementApi.notFound("");
            case ProposeImprovement.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
            case ProposeImprovement.Result.IdTaken _ ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "This form was sent before with other content");
            case ProposeImprovement.Result.OnlyALead() ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN, "agreed-already", "Only a lead can change an action that was agreed");
            case ProposeImprovement.Result.NotOpen _ ->
                throw Problem.of(HttpStatus.CONFLICT, "not-open", "This action is closed. Reopen it to change it");
        };
    }

    private ModelAndView page(
            Caller caller,
            @Nullable ImprovementAction action,
            ImprovementForm form,
            List<FieldError> errors,
            boolean changed) {
        var edition = reader.editionOf(action).orElseThrow(Problem::criteriaNotYetKnown);
        var provider = caller.organisation().orElseThrow();
        var page = new ModelAndView("planning/improving/improvement-form");
        if (!errors.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else if (changed) {
            page.setStatus(HttpStatus.CONFLICT);
        }
        page.addObject("action", action);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("changed", changed);
        page.addObject("edition", edition);
        page.addObject("gaps", GapBox.all(form, gaps.of(provider, edition, caller.visible())));
        page.addObject("limits", limits);
        return page;
    }

    private ImprovementAction own(Caller caller, UUID id) {
        return store.find(id, caller.visible())
                .filter(action -> caller.person().belongsTo(action.provider()))
                .orElseThrow(() -> ImprovementApi.notFound(id.toString()));
    }

    private static ResponseEntity<Void> seeOther(ImprovementAction action) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/evidence/improvement/" + action.id()))
                .build();
    }

    private static UUID id(ImprovementForm form) {
        try {
            return UUID.fromString(form.text("action"));
        } catch (IllegalArgumentException _) {
            return UUID.randomUUID();
        }
    }

    /** A form that does not say what it saw has seen nothing, so it never overwrites. */
    private static long version(ImprovementForm form) {
        try {
            return Long.parseLong(form.text("version"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
