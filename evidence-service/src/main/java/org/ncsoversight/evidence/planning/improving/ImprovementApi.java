package org.ncsoversight.evidence.planning.improving;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.planning.improving.ProposeImprovement.Author;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.ImprovementAction;
import org.ncsoversight.evidence.planning.store.ImprovementStore;
import org.ncsoversight.evidence.presenting.Cursor;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.standard.EditionInForce;
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

/** The improvement plan for programs. */
@RestController
public class ImprovementApi {

    static final String PATH = "/api/evidence/improvement";
    /** The last part of an address says what became of the action. */
    public static final Map<String, ActionState> MOVES = Map.of(
            "agreement", ActionState.AGREED,
            "dropping", ActionState.DROPPED,
            "start", ActionState.IN_PROGRESS,
            "completion", ActionState.DONE,
            "verification", ActionState.VERIFIED,
            "reopening", ActionState.REOPENED);

    private static final int LONGEST_PAGE = 200;

    /** Some actions, those due soonest first, and the cursor for the next ones while there are any. */
    record Actions(List<ImprovementBody> actions, @Nullable String next) {}

    /** Why, where a reason is asked for. */
    record Move(@Nullable String reason) {}

    private final ImprovementStore store;
    private final ProposeImprovement propose;
    private final MoveImprovement move;
    private final EditionInForce days;

    ImprovementApi(ImprovementStore store, ProposeImprovement propose, MoveImprovement move, EditionInForce days) {
        this.store = store;
        this.propose = propose;
        this.move = move;
        this.days = days;
    }

    @GetMapping(PATH)
    Actions list(
            Caller caller,
            @ModelAttribute ImprovementQuery query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var today = days.today();
        var page = store.list(query.filter(today), Cursor.read(after), limit, caller.visible());
        return new Actions(
                page.actions().stream()
                        .map(action -> ImprovementBody.of(action, today))
                        .toList(),
                page.next().map(Cursor::write).orElse(null));
    }

    @GetMapping(PATH + "/{id}")
    ResponseEntity<ImprovementBody> one(Caller caller, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), store.find(id, caller.visible()).orElseThrow(() -> notFound(id.toString())));
    }

    @PostMapping(PATH)
    ResponseEntity<ImprovementBody> propose(
            Caller caller, HttpServletRequest request, @RequestBody ImprovementInput input) {
        return answer(propose.propose(id(input, request), input, author(caller)), null);
    }

    @PutMapping(PATH + "/{id}")
    ResponseEntity<ImprovementBody> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody ImprovementInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return answer(propose.edit(id, IfMatch.version(ifMatch), input, author(caller)), ifMatch);
    }

    @PostMapping(PATH + "/{id}/{move:agreement|dropping|start|completion|verification|reopening}")
    ResponseEntity<ImprovementBody> move(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable("move") String wanted,
            @RequestBody(required = false) @Nullable Move body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var to = Objects.requireNonNull(MOVES.get(wanted));
        String reason = body == null ? "" : Objects.requireNonNullElse(body.reason(), "");
        var command = new MoveImprovement.Command(id, to, IfMatch.version(ifMatch), reason, caller);
        return switch (move.move(command)) {
            case MoveImprovement.Result.Moved(var action) -> answer(ResponseEntity.ok(), action);
            case MoveImprovement.Result.NotFound() -> throw notFound(id.toString());
            case MoveImprovement.Result.Invalid invalid -> throw Problem.invalid(invalid.errors());
            case MoveImprovement.Result.NotFromHere(var action) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-from-this-state",
                        "The action is %s; it cannot become %s"
                                .formatted(action.state().word(), to.word()));
            case MoveImprovement.Result.OnlyALead _ -> throw onlyALead();
            case MoveImprovement.Result.NotByTheDoer _ ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "verified-by-another",
                        "An action is verified by someone who neither owns it nor did it");
            case MoveImprovement.Result.ChangedMeanwhile(var now) -> throw changed(now, ifMatch);
        };
    }

    public static Author author(Caller caller) {
        return new Author(
                caller.person(), caller.organisation().orElseThrow(), caller.may(Capability.LEAD), caller.visible());
    }

    public static Problem onlyALead() {
        return Problem.of(HttpStatus.FORBIDDEN, "only-a-lead", "Only a lead says whether an action is done");
    }

    public static Problem notFound(String id) {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no improvement action " + id);
    }

    private ResponseEntity<ImprovementBody> answer(ProposeImprovement.Result result, @Nullable String ifMatch) {
        return switch (result) {
            case ProposeImprovement.Result.Kept(var action) ->
                answer(
                        action.version() == 1
                                ? ResponseEntity.created(URI.create(PATH + "/" + action.id()))
                                : ResponseEntity.ok(),
                        action);
            case ProposeImprovement.Result.KeptBefore(var action) -> answer(ResponseEntity.ok(), action);
            case ProposeImprovement.Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case ProposeImprovement.Result.IdTaken(var id) ->
                throw Problem.of(
                        HttpStatus.CONFLICT, "id-taken", "Another action was proposed as %s before".formatted(id));
            case ProposeImprovement.Result.NotFound() -> throw notFound("");
            case ProposeImprovement.Result.OnlyALead() ->
                throw Problem.of(
                        HttpStatus.FORBIDDEN, "agreed-already", "Only a lead can change an action that was agreed");
            case ProposeImprovement.Result.NotOpen(var action) ->
                throw Problem.of(
                        HttpStatus.CONFLICT,
                        "not-open",
                        "The action is %s; reopen it to change it"
                                .formatted(action.state().word()));
            case ProposeImprovement.Result.ChangedMeanwhile(var now) -> throw changed(now, ifMatch);
            case ProposeImprovement.Result.CriteriaNotYetKnown() -> throw Problem.criteriaNotYetKnown();
        };
    }

    private ResponseEntity<ImprovementBody> answer(ResponseEntity.BodyBuilder answer, ImprovementAction action) {
        return answer.eTag(Long.toString(action.version())).body(ImprovementBody.of(action, days.today()));
    }

    private static Problem changed(ImprovementAction now, @Nullable String ifMatch) {
        return Problem.of(
                IfMatch.statusWhenStale(ifMatch),
                "changed-meanwhile",
                "The action has changed since; it is at version %d".formatted(now.version()));
    }

    private static UUID id(ImprovementInput input, HttpServletRequest request) {
        if (input.action() == null) {
            return Repeats.idOr(null, request);
        }
        try {
            return UUID.fromString(input.action());
        } catch (IllegalArgumentException _) {
            throw Problem.invalid(List.of(new FieldError("action", "action-not-a-uuid", "The id must be a UUID")));
        }
    }
}
