package org.ncsoversight.evidence.together.assigning;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.together.model.Assignment;
import org.ncsoversight.evidence.together.model.Assignment.State;
import org.ncsoversight.evidence.together.store.AssignmentStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Assignments for programs. */
@RestController
class AssignmentsApi {

    /** The last part of an address says what became of the assignment. */
    static final Map<String, State> MOVES =
            Map.of("completion", State.DONE, "cancellation", State.CANCELLED, "reopening", State.OPEN);

    private static final String PATH = "/api/evidence/assignments";
    private static final int LONGEST_PAGE = 200;

    /** Some, those due soonest first, and the cursor for the next ones while there are any. */
    record Assignments(
            List<AssignmentBody> assignments, @Nullable String next) {}

    private final AssignWork assign;
    private final AssignmentStore store;
    private final EditionInForce days;

    AssignmentsApi(AssignWork assign, AssignmentStore store, EditionInForce days) {
        this.assign = assign;
        this.store = store;
        this.days = days;
    }

    @GetMapping(PATH)
    Assignments list(
            Caller caller,
            @ModelAttribute AssignmentQuery query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var today = days.today();
        var page = store.list(query.filter(today), Cursor.read(after), limit, caller.own());
        return new Assignments(
                page.assignments().stream()
                        .map(one -> AssignmentBody.of(one, today))
                        .toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<AssignmentBody> one(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), store.find(id, caller.own()).orElseThrow(() -> notFound(id)));
    }

    @PostMapping(PATH)
    ResponseEntity<AssignmentBody> give(Caller caller, HttpServletRequest request, @RequestBody AssignmentInput input) {
        return answer(
                assign.give(input.under(Repeats.idOr(input.assignment(), request)), caller), new UUID(0, 0), null);
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<AssignmentBody> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody AssignmentInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(assign.change(id, IfMatch.version(ifMatch), input, caller), id, ifMatch);
    }

    @PostMapping(PATH + "/{id}/{move:completion|cancellation|reopening}")
    ResponseEntity<AssignmentBody> move(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("move") String move,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var to = Objects.requireNonNull(MOVES.get(move));
        return answer(assign.move(id, to, IfMatch.version(ifMatch), caller), id, ifMatch);
    }

    private ResponseEntity<AssignmentBody> answer(AssignWork.Result result, UUID id, @Nullable String ifMatch) {
        return switch (result) {
            case AssignWork.Result.Kept(var kept) ->
                answer(
                        kept.version() == 1
                                ? ResponseEntity.created(URI.create(PATH + "/" + kept.id()))
                                : ResponseEntity.ok(),
                        kept);
            case AssignWork.Result.KeptBefore(var kept) -> answer(ResponseEntity.ok(), kept);
            case AssignWork.Result.NotFound() -> throw notFound(id);
            case AssignWork.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case AssignWork.Result.IdTaken() ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "Another assignment has this id");
            case AssignWork.Result.NotYours _ ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN, "not-yours", "An assignment is done when its assignee or a lead says so");
            case AssignWork.Result.NotOpen(var now) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-open",
                        "The assignment is " + now.state().word());
            case AssignWork.Result.ChangedMeanwhile(var now) ->
                throw Problem.of(
                        IfMatch.statusWhenStale(ifMatch),
                        "changed-meanwhile",
                        "The assignment has changed since; it is at version " + now.version());
            case AssignWork.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private ResponseEntity<AssignmentBody> answer(ResponseEntity.BodyBuilder answer, Assignment assignment) {
        return answer.eTag(Long.toString(assignment.version())).body(AssignmentBody.of(assignment, days.today()));
    }

    static Problem notFound(UUID id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no assignment " + id);
    }
}
