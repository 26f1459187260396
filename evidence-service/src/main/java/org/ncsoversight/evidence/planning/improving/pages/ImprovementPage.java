package org.ncsoversight.evidence.planning.improving.pages;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.improving.ImprovementApi;
import org.ncsoversight.evidence.planning.improving.MoveImprovement;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One improvement action: what it says, who did what with it, and what can be done next. */
@Controller
class ImprovementPage {

    private static final String PATH = "/evidence/improvement/{id}";

    private final ImprovementStore store;
    private final MoveImprovement move;
    private final EditionInForce days;
    private final KnownProviders providers;

    ImprovementPage(ImprovementStore store, MoveImprovement move, EditionInForce days, KnownProviders providers) {
        this.store = store;
        this.move = move;
        this.days = days;
        this.providers = providers;
    }

    @GetMapping(PATH)
    ModelAndView show(Caller caller, @PathVariable UUID id) {
        var action = store.find(id, caller.visible()).orElseThrow(() -> ImprovementApi.notFound(id.toString()));
        return page(caller, action, "", List.of());
    }

    @PostMapping(PATH + "/{move:agreement|dropping|start|completion|verification|reopening}")
    Object move(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("move") String wanted,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String reason) {
        var to = Objects.requireNonNull(ImprovementApi.MOVES.get(wanted));
        var command = new MoveImprovement.Command(id, to, version, reason, caller);
        return switch (move.move(command)) {
            case MoveImprovement.Result.Moved(var action) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/evidence/improvement/" + action.id()))
                        .build();
            case MoveImprovement.Result.NotFound() -> throw ImprovementApi.notFound(id.toString());
            case MoveImprovement.Result.Invalid(var action, var errors) -> page(caller, action, reason, errors);
            case MoveImprovement.Result.NotFromHere(var action) -> changed(caller, action, reason);
            case MoveImprovement.Result.ChangedMeanwhile(var now) -> changed(caller, now, reason);
            case MoveImprovement.Result.OnlyALead _ -> throw ImprovementApi.onlyALead();
            case MoveImprovement.Result.NotByTheDoer(var action) ->
                page(
                        caller,
                        action,
                        reason,
                        List.of(new FieldError(
                                "next",
                                "verified-by-another",
                                "Someone who neither owns this action nor did it must verify it")));
        };
    }

    private ModelAndView changed(Caller caller, ImprovementAction now, String reason) {
        var page = page(
                caller,
                now,
                reason,
                List.of(new FieldError(
                        "next", "changed-meanwhile", "Someone else changed this action meanwhile. Check it first")));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView page(Caller caller, ImprovementAction action, String reason, List<FieldError> errors) {
        var page = new ModelAndView("planning/improving/improvement");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("action", action);
        page.addObject("overdue", action.isOverdueOn(days.today()));
        page.addObject("history", action.history().reversed());
        page.addObject("providerName", providers.nameOf(action.provider()));
        page.addObject("reason", reason);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("moves", moves(caller, action).toList());
        page.addObject(
                "mayEdit",
                mine(caller, action)
                        && action.state().isOpen()
                        && (caller.may(Capability.LEAD) || !action.state().isAgreed()));
        page.addObject(
                "waitsForAnother",
                mine(caller, action) && action.state() == ActionState.DONE && !action.mayBeVerifiedBy(caller.person()));
        return page;
    }

    /** What this caller may do next, as buttons. */
    private static Stream<MoveButton> moves(Caller caller, ImprovementAction action) {
        boolean mine = mine(caller, action);
        return action.state().next().stream()
                .filter(next -> mine || MoveImprovement.oversees(caller, next))
                .filter(next -> next != ActionState.VERIFIED || action.mayBeVerifiedBy(caller.person()))
                .map(MoveButton::of)
                .filter(button -> !mine || !button.forLeads() || caller.may(Capability.LEAD));
    }

    private static boolean mine(Caller caller, ImprovementAction action) {
        return caller.may(Capability.DRAFT) && caller.person().belongsTo(action.provider());
    }
}
