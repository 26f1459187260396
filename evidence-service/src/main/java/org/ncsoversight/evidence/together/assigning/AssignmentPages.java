package org.ncsoversight.evidence.together.assigning;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.ncsoversight.evidence.together.store.KnownPeople;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is to bring evidence for what, and the form by which a lead says so. */
@Controller
class AssignmentPages {

    private static final String PATH = "/evidence/assignments";
    private static final int PAGE_LENGTH = 50;
    private static final int COLLEAGUES_OFFERED = 200;

    private final AssignWork assign;
    private final AssignmentStore store;
    private final EditionInForce inForce;
    private final KnownPeople people;

    AssignmentPages(AssignWork assign, AssignmentStore store, EditionInForce inForce, KnownPeople people) {
        this.assign = assign;
        this.store = store;
        this.inForce = inForce;
        this.people = people;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Caller caller,
            @ModelAttribute("query") AssignmentQuery query,
            @RequestParam(required = false) @Nullable String after) {
        var today = inForce.today();
        var found = store.list(query.filter(today), Cursor.read(after), PAGE_LENGTH, caller.own());
        var page = new ModelAndView("together/assigning/assignments");
        page.addObject("assignments", found.assignments());
        page.addObject("query", query);
        page.addObject("today", today);
        page.addObject("mayAssign", caller.may(Capability.LEAD));
        page.addObject("next", found.next().map(Cursor::write).orElse(null));
        return page;
    }

    @GetMapping(PATH + "/new")
    ModelAndView empty(
            Caller caller,
            @RequestParam(defaultValue = "") String criterion,
            @RequestParam(defaultValue = "") String voice) {
        return form(caller, null, AssignmentForm.empty(criterion, voice), List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH + "/new")
    Object give(Caller caller, @RequestParam MultiValueMap<String, String> typed) {
        var form = new AssignmentForm(typed);
        return answer(assign.give(form.input(), caller), caller, null, form);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView one(Caller caller, @PathVariable UUID id) {
        var assignment = find(caller, id);
        return form(caller, assignment, AssignmentForm.of(assignment), List.of(), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}")
    Object change(Caller caller, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var form = new AssignmentForm(typed);
        return answer(assign.change(id, form.version(), form.input(), caller), caller, find(caller, id), form);
    }

    @PostMapping(PATH + "/{id}/{move:completion|cancellation|reopening}")
    Object move(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("move") String move,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String back) {
        var before = find(caller, id);
        var result = assign.move(id, Objects.requireNonNull(AssignmentsApi.MOVES.get(move)), version, caller);
        boolean kept = result instanceof AssignWork.Result.Kept || result instanceof AssignWork.Result.KeptBefore;
        return kept && back.equals("tasks")
                ? seeOther("/evidence/tasks")
                : answer(result, caller, before, AssignmentForm.of(before));
    }

    private Object answer(AssignWork.Result result, Caller caller, @Nullable Assignment before, AssignmentForm form) {
        return switch (result) {
            case AssignWork.Result.Kept(var kept) -> seeOther(hasUnknownAssignee(kept) ? PATH + "/" + kept.id() : PATH);
            case AssignWork.Result.KeptBefore _ -> seeOther(PATH);
            case AssignWork.Result.Invalid(var errors) ->
                form(caller, before, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case AssignWork.Result.ChangedMeanwhile(var now) ->
                form(
                        caller,
                        now,
                        form,
                        error("Someone else changed this assignment meanwhile. Compare it with what you typed and"
                                + " save"),
                        HttpStatus.CONFLICT);
            case AssignWork.Result.NotOpen(var now) ->
                form(caller, now, form, error("This assignment is closed. Open it again first"), HttpStatus.CONFLICT);
            case AssignWork.Result.IdTaken() ->
                form(
                        caller,
                        before,
                        form,
                        error("This form was sent before with other content. Start a new one"),
                        HttpStatus.CONFLICT);
            case AssignWork.Result.NotYours(var now) ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-yours",
                        "Only %s or a lead can say that this is done"
                                .formatted(now.work().assignee()));
            case AssignWork.Result.NotFound() -> throw AssignmentsApi.notFound(new UUID(0, 0));
            case AssignWork.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private ModelAndView form(
            Caller caller,
            @Nullable Assignment assignment,
            AssignmentForm form,
            List<FieldError> errors,
            HttpStatus status) {
        var edition = inForce.edition().orElseThrow(Problem::criteriaNotYetKnown);
        var page = new ModelAndView("together/assigning/assignment");
        page.setStatus(status);
        page.addObject("assignment", assignment);
        page.addObject("form", form);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("changed", status == HttpStatus.CONFLICT);
        page.addObject("criteria", edition.criteria());
        page.addObject("voices", List.of(Voice.values()));
        page.addObject("today", inForce.today());
        page.addObject("mayAssign", caller.may(Capability.LEAD));
        page.addObject("unknownAssignee", assignment != null && hasUnknownAssignee(assignment));
        page.addObject(
                "mayClose",
                assignment != null
                        && assignment.isOpen()
                        && (caller.may(Capability.LEAD) || assignment.isFor(caller.person())));
        page.addObject(
                "colleagues",
                people.of(caller.own(), COLLEAGUES_OFFERED).stream()
                        .map(known -> known.person().username())
                        .toList());
        return page;
    }

    /** Allowed, because who was invited may not have come yet; but it may also be a slip of the pen. */
    private boolean hasUnknownAssignee(Assignment assignment) {
        return assignment.isOpen()
                && people.named(assignment.work().assignee())
                        .filter(known -> known.person().belongsTo(assignment.provider()))
                        .isEmpty();
    }

    private Assignment find(Caller caller, UUID id) {
        return store.find(id, caller.own()).orElseThrow(() -> AssignmentsApi.notFound(id));
    }

    private static List<FieldError> error(String message) {
        return List.of(new FieldError("now", "changed-meanwhile", message));
    }

    private static ResponseEntity<Void> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }
}
