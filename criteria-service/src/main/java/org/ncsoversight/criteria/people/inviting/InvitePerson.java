package org.ncsoversight.criteria.people.inviting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.AssignmentCheck;
import org.ncsoversight.criteria.people.AuditedChange;
import org.ncsoversight.criteria.people.AuditedChange.Done;
import org.ncsoversight.criteria.people.AuditedChange.Ending;
import org.ncsoversight.criteria.people.AuditedChange.Intent;
import org.ncsoversight.criteria.people.OneTimePassword;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.PeopleDirectory.Added;
import org.ncsoversight.criteria.people.PeopleDirectory.Newcomer;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.security.VisibleProviders;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.ncsoversight.criteria.settings.PeopleSettings.InviteBy;
import org.springframework.stereotype.Component;

/** Gives somebody an account, a role and a way to sign in for the first time; the same request again gives no second. */
@Component
public class InvitePerson {

    /**
     * As typed or sent.
     *
     * @param request the same when the same form is sent again; of one account it is then one request
     */
    public record Command(
            String request,
            String firstName,
            String lastName,
            String email,
            String username,
            String role,
            String ukprn,
            String assigned) {}

    /** Every way an invitation can end. */
    public sealed interface Result {

        /** The password is there to be shown once, unless the person got a link by e-mail. */
        record Invited(PersonId person, Optional<String> password) implements Result {}

        record InvitedBefore(PersonId person) implements Result {}

        record Invalid(List<FieldError> problems) implements Result {}

        record Busy() implements Result {}

        record Away() implements Result {}
    }

    private final PeopleDirectory people;
    private final AuditedChange audited;
    private final AssignmentCheck register;
    private final PeopleSettings settings;

    public InvitePerson(
            PeopleDirectory people, AuditedChange audited, AssignmentCheck register, PeopleSettings settings) {
        this.people = people;
        this.audited = audited;
        this.register = register;
        this.settings = settings;
    }

    /** What is wrong with what was typed, without doing anything. */
    public List<FieldError> check(Command command, PeopleKeeper keeper, VisibleProviders visible) {
        return Invitation.read(command, keeper, visible, register).problems();
    }

    /** Whether people get a link by e-mail, as long as it can be sent. */
    public boolean isByEmail() {
        return settings.inviteBy() == InviteBy.EMAIL;
    }

    public Result invite(Command command, PeopleKeeper keeper, VisibleProviders visible) {
        Invitation.Read read = Invitation.read(command, keeper, visible, register);
        return read.invitation()
                .map(invitation -> invite(command.request(), invitation, keeper))
                .orElseGet(() -> new Result.Invalid(read.problems()));
    }

    private Result invite(String request, Invitation invitation, PeopleKeeper keeper) {
        var intent = new Intent(
                identity(request, invitation, keeper),
                keeper.username(),
                Kind.INVITED,
                Optional.empty(),
                invitation.name().username(),
                invitation.organisation(),
                detail(invitation));
        return switch (audited.run(intent, resumed -> add(invitation, resumed, keeper))) {
            case Ending.Finished<Result>(var result) -> result;
            case Ending.DoneBefore<Result>(var change) ->
                change.about().<Result>map(Result.InvitedBefore::new).orElseGet(() -> taken("username"));
            case Ending.Busy<Result> _ -> new Result.Busy();
            case Ending.Away<Result> _ -> new Result.Away();
        };
    }

    // With another account in it, the same form is another request: what was refused can be corrected.
    private static String identity(String request, Invitation invitation, PeopleKeeper keeper) {
        return String.join(
                "/",
                keeper.username(),
                request,
                invitation.name().username(),
                invitation.name().email(),
                invitation.organisation().map(Ukprn::value).orElse(""));
    }

    private Done<Result> add(Invitation invitation, boolean resumed, PeopleKeeper keeper) {
        String password = OneTimePassword.next();
        var newcomer = new Newcomer(
                invitation.name(), invitation.role(), invitation.organisation(), invitation.assigned(), password);
        return switch (people.add(newcomer)) {
            case Added.Made(var id) -> finished(id, invitation, password);
            case Added.UsernameTaken _ ->
                // Made by this very request, before what interrupted it.
                madeBefore(invitation, resumed, keeper)
                        .map(person -> {
                            people.givePassword(person.id(), password);
                            return finished(person.id(), invitation, password);
                        })
                        .orElseGet(() -> refused(taken("username")));
            case Added.EmailTaken _ -> refused(taken("email"));
            case Added.Refused(var field) ->
                refused(new Result.Invalid(List.of(
                        new FieldError(field, "refused", "The sign-in service does not take this; change it"))));
        };
    }

    private Optional<Person> madeBefore(Invitation invitation, boolean resumed, PeopleKeeper keeper) {
        return resumed
                ? people.named(invitation.name().username(), keeper)
                        .filter(person -> person.standing() == Standing.INVITED)
                        .filter(person ->
                                person.name().email().equals(invitation.name().email()))
                        .filter(person -> person.organisation().equals(invitation.organisation()))
                : Optional.empty();
    }

    private Done<Result> finished(PersonId id, Invitation invitation, String password) {
        people.give(id, invitation.role(), invitation.assigned());
        boolean mailed = isByEmail() && people.sendInvitation(id);
        return new Done<>(
                new Result.Invited(id, mailed ? Optional.empty() : Optional.of(password)),
                Outcome.DONE,
                Optional.of(id));
    }

    private static Done<Result> refused(Result result) {
        return new Done<>(result, Outcome.REFUSED, Optional.empty());
    }

    // Says nothing of whose it is: that would tell of people elsewhere.
    private static Result taken(String field) {
        String what = field.equals("email") ? "email address" : "user name";
        return new Result.Invalid(
                List.of(new FieldError(field, "not-available", "This " + what + " cannot be used; enter another")));
    }

    private static String detail(Invitation invitation) {
        String role = "as " + invitation.role().label().toLowerCase(Locale.ROOT);
        return invitation.assigned().isNone()
                ? role
                : role + " of " + String.join(", ", invitation.assigned().words());
    }
}
