package org.ncsoversight.criteria.people.changing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.people.DirectoryAwayAnswers;
import org.ncsoversight.criteria.people.changing.ChangePerson.Command;
import org.ncsoversight.criteria.people.changing.ChangePerson.Result;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changing people by JSON; each may be said twice. */
@RestController
@RequestMapping("/api/criteria/people/{id}")
class ChangePersonApi {

    record RoleBody(@Nullable String role, @Nullable List<String> assigned) {}

    record Password(String temporaryPassword) {}

    private final ChangePerson changePerson;

    ChangePersonApi(ChangePerson changePerson) {
        this.changePerson = changePerson;
    }

    @PutMapping("/suspension")
    ResponseEntity<?> suspend(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            PeopleKeeper keeper,
            Caller caller) {
        return answer(id, new Change.Suspend(), ifMatch, keeper, caller);
    }

    @DeleteMapping("/suspension")
    ResponseEntity<?> restore(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            PeopleKeeper keeper,
            Caller caller) {
        return answer(id, new Change.Restore(), ifMatch, keeper, caller);
    }

    @PutMapping("/role")
    ResponseEntity<?> role(
            @PathVariable String id,
            @RequestBody RoleBody body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            PeopleKeeper keeper,
            Caller caller) {
        var change = new Change.GiveRole(
                Objects.requireNonNullElse(body.role, ""),
                body.assigned == null ? "" : String.join(" ", body.assigned));
        return answer(id, change, ifMatch, keeper, caller);
    }

    @PostMapping("/password")
    ResponseEntity<?> password(@PathVariable String id, PeopleKeeper keeper, Caller caller) {
        return answer(id, new Change.GivePassword(), null, keeper, caller);
    }

    @DeleteMapping("/sessions")
    ResponseEntity<?> signOut(@PathVariable String id, PeopleKeeper keeper, Caller caller) {
        return answer(id, new Change.SignOut(), null, keeper, caller);
    }

    @DeleteMapping("/second-factor")
    ResponseEntity<?> secondFactor(@PathVariable String id, PeopleKeeper keeper, Caller caller) {
        return answer(id, new Change.RemoveSecondFactor(), null, keeper, caller);
    }

    @DeleteMapping
    ResponseEntity<?> remove(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            PeopleKeeper keeper,
            Caller caller) {
        return answer(id, new Change.Remove(), ifMatch, keeper, caller);
    }

    private ResponseEntity<?> answer(
            String id, Change change, @Nullable String ifMatch, PeopleKeeper keeper, Caller caller) {
        Optional<String> seen = Optional.ofNullable(ifMatch)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> tag.replace("W/", "").replace("\"", ""));
        Result result = PersonId.parse(id)
                .map(known -> changePerson.change(new Command(known, change, seen), keeper, caller.visible()))
                .orElseGet(Result.NotFound::new);
        return switch (result) {
            case Result.Changed changed ->
                changed.password()
                        .<ResponseEntity<?>>map(once -> ResponseEntity.ok()
                                .cacheControl(CacheControl.noStore())
                                .body(new Password(once)))
                        .orElseGet(() -> ResponseEntity.noContent().build());
            case Result.Unchanged _ -> ResponseEntity.noContent().build();
            case Result.NotFound _ -> Problem.notFound("person " + id).answer();
            case Result.OwnAccount _ ->
                Problem.of(HttpStatus.CONFLICT, "own-account", "Nobody changes the own account; ask a colleague")
                        .answer();
            case Result.LastLead _ ->
                Problem.of(HttpStatus.CONFLICT, "last-lead", "The organisation would be left without an active lead")
                        .answer();
            case Result.Invalid invalid -> Problem.invalid(invalid.problems()).answer();
            case Result.ChangedMeanwhile _ ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "changed-meanwhile",
                                "Somebody else changed this person meanwhile; nothing was changed")
                        .answer();
            case Result.Busy _ ->
                Problem.of(HttpStatus.CONFLICT, "busy", "Somebody else is changing people there; try again")
                        .answer();
            case Result.Away _ -> DirectoryAwayAnswers.problem();
        };
    }
}
