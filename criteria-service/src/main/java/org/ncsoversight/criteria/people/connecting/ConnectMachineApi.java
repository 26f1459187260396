package org.ncsoversight.criteria.people.connecting;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.DirectoryAwayAnswers;
import org.ncsoversight.criteria.people.MachineAccountStore;
import org.ncsoversight.criteria.people.connecting.ConnectMachine.Result;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Machine accounts by JSON; with an Idempotency-Key a repeat makes no second one. */
@RestController
@RequestMapping("/api/criteria/people/machines")
class ConnectMachineApi {

    record Body(@Nullable String name) {}

    record Items(List<MachineView> items) {}

    record Shown(String clientId, String clientSecret) {}

    static final int MOST_LISTED = 500;
    private static final int LONGEST_KEY = 200;

    private final ConnectMachine connectMachine;
    private final MachineAccountStore accounts;

    ConnectMachineApi(ConnectMachine connectMachine, MachineAccountStore accounts) {
        this.connectMachine = connectMachine;
        this.accounts = accounts;
    }

    @GetMapping
    Items list(@RequestParam(defaultValue = "") String organisation, PeopleKeeper keeper) {
        return new Items(accounts.list(Ukprn.parse(organisation.strip()), MOST_LISTED, keeper).stream()
                .map(MachineView::of)
                .toList());
    }

    @PostMapping
    ResponseEntity<?> make(
            @RequestBody Body body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            PeopleKeeper keeper) {
        String request = Optional.ofNullable(key)
                .filter(given -> !given.isBlank() && given.length() <= LONGEST_KEY)
                .orElseGet(() -> UUID.randomUUID().toString());
        return answer(
                connectMachine.make(request, Objects.requireNonNullElse(body.name, ""), keeper), HttpStatus.CREATED);
    }

    @PostMapping("/{clientId}/secret")
    ResponseEntity<?> renew(@PathVariable String clientId, PeopleKeeper keeper) {
        return answer(connectMachine.renew(clientId, keeper), HttpStatus.OK);
    }

    @DeleteMapping("/{clientId}")
    ResponseEntity<?> end(@PathVariable String clientId, PeopleKeeper keeper) {
        return answer(connectMachine.end(clientId, keeper), HttpStatus.NO_CONTENT);
    }

    private static ResponseEntity<?> answer(Result result, HttpStatus done) {
        return switch (result) {
            case Result.Secret(var account, var secret) ->
                ResponseEntity.status(done)
                        .cacheControl(CacheControl.noStore())
                        .body(new Shown(account.clientId(), secret));
            case Result.MadeBefore _ ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "made-before",
                                "The same request made this account before, and its secret was shown then")
                        .answer();
            case Result.Ended _ -> ResponseEntity.noContent().build();
            case Result.NotFound _ -> Problem.notFound("such machine account").answer();
            case Result.NotALead _ ->
                Problem.of(
                                HttpStatus.FORBIDDEN,
                                "not-allowed",
                                "Machine accounts are made by a lead of the provider they are for")
                        .answer();
            case Result.TooMany(var limit) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many",
                                "A provider has at most " + limit + " machine accounts; end one first")
                        .answer();
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.CannotBeRenewed _ ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "cannot-be-renewed",
                                "This account gets no new secret; end it and make another")
                        .answer();
            case Result.Busy _ ->
                Problem.of(HttpStatus.CONFLICT, "busy", "Somebody else is changing accounts there; try again")
                        .answer();
            case Result.Away _ -> DirectoryAwayAnswers.problem();
        };
    }
}
