package org.ncsoversight.evidence.registers.registering;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.IfMatch;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Result;
import org.ncsoversight.evidence.registers.store.RegisterStore;
import org.ncsoversight.evidence.repeating.Repeats;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows of registers for programs. */
@RestController
@RequestMapping("/api/evidence/registers/{register}/rows")
class RegisterApi {

    private static final int LONGEST_PAGE = 200;
    private static final String IF_MATCH = "If-Match";

    /** Some rows in the order they were added, and the cursor for the next ones while there are any. */
    record Rows(List<RowBody> items, @Nullable String next) {}

    record History(List<RowBody.Change> items) {}

    private final KeepRegister keepRegister;
    private final ListRows listRows;
    private final RegisterStore store;

    RegisterApi(KeepRegister keepRegister, ListRows listRows, RegisterStore store) {
        this.keepRegister = keepRegister;
        this.listRows = listRows;
        this.store = store;
    }

    @GetMapping
    Rows list(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam MultiValueMap<String, String> asked) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid(List.of(
                    new FieldError("limit", "limit-out-of-range", "Limit must be between 1 and " + LONGEST_PAGE)));
        }
        var view = view(caller, register, provider);
        var found = listRows.some(RowQuery.of(view, asked), after, limit, caller.visible());
        return new Rows(found.rows().stream().map(row -> RowBody.of(view, row)).toList(), found.next());
    }

    @GetMapping("/{row}")
    ResponseEntity<RowBody> one(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestParam(defaultValue = "") String provider) {
        var view = view(caller, register, provider);
        return answer(
                view,
                listRows.one(view, row, caller.visible()).orElseThrow(() -> RegisterProblems.notFound(row)),
                HttpStatus.OK);
    }

    @GetMapping("/{row}/history")
    History history(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestParam(defaultValue = "") String provider) {
        var view = view(caller, register, provider);
        var changes = store.history(view.provider(), view.register(), row, caller.visible());
        if (changes.isEmpty()) {
            throw RegisterProblems.notFound(row);
        }
        return new History(
                changes.stream().map(change -> RowBody.of(view, change)).toList());
    }

    @PostMapping
    ResponseEntity<RowBody> add(
            Caller caller, HttpServletRequest request, @PathVariable String register, @RequestBody RowJson json) {
        var found = RegisterView.register(register);
        var id = Repeats.idOr(json.row(), request);
        var result = keepRegister.add(writer(caller), new KeepRegister.Which(found, id, null), json.typed(found));
        return answer(caller, found, result, null, HttpStatus.CREATED);
    }

    @PutMapping("/{row}")
    ResponseEntity<RowBody> change(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RowJson json) {
        var found = RegisterView.register(register);
        var which = new KeepRegister.Which(found, row, IfMatch.version(ifMatch));
        return answer(
                caller, found, keepRegister.change(writer(caller), which, json.typed(found)), ifMatch, HttpStatus.OK);
    }

    @DeleteMapping("/{row}")
    ResponseEntity<RowBody> remove(
            Caller caller,
            @PathVariable String register,
            @PathVariable UUID row,
            @RequestHeader(name = IF_MATCH, required = false) @Nullable String ifMatch) {
        var found = RegisterView.register(register);
        var which = new KeepRegister.Which(found, row, IfMatch.version(ifMatch));
        return answer(caller, found, keepRegister.remove(writer(caller), which), ifMatch, HttpStatus.OK);
    }

    @PostMapping("/{row}/restoration")
    ResponseEntity<RowBody> restore(Caller caller, @PathVariable String register, @PathVariable UUID row) {
        var found = RegisterView.register(register);
        var which = new KeepRegister.Which(found, row, null);
        return answer(caller, found, keepRegister.restore(writer(caller), which), null, HttpStatus.OK);
    }

    private static ResponseEntity<RowBody> answer(
            Caller caller, Register register, Result result, @Nullable String ifMatch, HttpStatus whenNew) {
        var view = RegisterView.of(register, caller.organisation().orElseThrow(), caller);
        return switch (result) {
            case Result.Kept(var row, boolean changed) -> answer(view, row, changed ? whenNew : HttpStatus.OK);
            case Result.Invalid(var errors) -> throw Problem.invalid(errors);
            case Result.NotFound() -> throw Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such row");
            case Result.ChangedMeanwhile(var now) ->
                throw RegisterProblems.changedMeanwhile(ifMatch, RowBody.of(view, now));
            case Result.IdTaken() ->
                throw Problem.of(HttpStatus.CONFLICT, "id-taken", "This id was used for another row");
            case Result.Full(int limit) -> throw RegisterProblems.full(limit);
        };
    }

    private static ResponseEntity<RowBody> answer(RegisterView view, Row row, HttpStatus status) {
        var answer = ResponseEntity.status(status).eTag(Long.toString(row.version()));
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api" + view.path() + "/rows/" + row.id()));
        }
        return answer.body(RowBody.of(view, row));
    }

    private static RegisterView view(Caller caller, String register, String provider) {
        return RegisterView.of(RegisterView.register(register), WhoseProvider.orRefuse(caller, provider), caller);
    }

    private static KeepRegister.Writer writer(Caller caller) {
        return new KeepRegister.Writer(caller.organisation().orElseThrow(), caller.person(), caller.visible());
    }
}
