package org.ncsoversight.criteria.people.inviting;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.people.DirectoryAwayAnswers;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Command;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Result;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Inviting by JSON; with an Idempotency-Key a repeat makes nobody twice. */
@RestController
class InvitePersonApi {

    record Body(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String username,
            @Nullable String role,
            @Nullable String ukprn,
            @Nullable List<String> assigned) {

        Command command(String request) {
            return new Command(
                    request,
                    text(firstName),
                    text(lastName),
                    text(email),
                    text(username),
                    text(role),
                    text(ukprn),
                    assigned == null ? "" : String.join(" ", assigned));
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }

    record Answer(String id, @Nullable String temporaryPassword) {}

    private static final int LONGEST_KEY = 200;

    private final InvitePerson invitePerson;

    InvitePersonApi(InvitePerson invitePerson) {
        this.invitePerson = invitePerson;
    }

    @PostMapping("/api/criteria/people")
    ResponseEntity<?> invite(
            @RequestBody Body body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            PeopleKeeper keeper,
            Caller caller) {
        String request = key == null || key.isBlank() || key.length() > LONGEST_KEY
                ? UUID.randomUUID().toString()
                : key;
        return switch (invitePerson.invite(body.command(request), keeper, caller.visible())) {
            case Result.Invited(var id, var password) ->
                ResponseEntity.created(address(id))
                        .cacheControl(CacheControl.noStore())
                        .body(new Answer(id.toString(), password.orElse(null)));
            case Result.InvitedBefore(var id) ->
                ResponseEntity.ok().location(address(id)).body(new Answer(id.toString(), null));
            case Result.Invalid(var problems) -> Problem.invalid(problems).answer();
            case Result.Busy _ ->
                Problem.of(HttpStatus.CONFLICT, "busy", "Somebody else is changing people there; try again")
                        .answer();
            case Result.Away _ -> DirectoryAwayAnswers.problem();
        };
    }

    private static URI address(PersonId id) {
        return URI.create("/api/criteria/people/" + id);
    }
}
