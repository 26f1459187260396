package org.ncsoversight.criteria.people.inviting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.AssignmentCheck;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.security.VisibleProviders;

/** An invitation that can be sent. */
record Invitation(Person.Name name, PersonRole role, Optional<Ukprn> organisation, Assignment assigned) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,59}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>\".]{2,}");
    private static final Pattern NAME = Pattern.compile("[^<>&\"$%!#?§;*~/\\\\|^=\\[\\]{}()\\x00-\\x1f]{1,100}");

    /** Names that begin so are of machine accounts, which are nobody's colleague. */
    private static final String OF_MACHINES = "service-account-";

    /** Either an invitation or what is wrong with what was typed. */
    record Read(Optional<Invitation> invitation, List<FieldError> problems) {}

    static Read read(
            InvitePerson.Command typed, PeopleKeeper keeper, VisibleProviders visible, AssignmentCheck register) {
        var problems = new ArrayList<FieldError>();
        var name = new Person.Name(
                typed.username().strip().toLowerCase(Locale.ROOT),
                typed.firstName().strip(),
                typed.lastName().strip(),
                typed.email().strip().toLowerCase(Locale.ROOT));
        check(name, problems);
        Optional<PersonRole> role = PersonRole.parse(typed.role()).filter(keeper::mayGive);
        if (role.isEmpty()) {
            problems.add(new FieldError("role", "unknown-role", "Select what the person will do"));
        }
        Optional<Ukprn> organisation = role.filter(PersonRole::ofProvider)
                .flatMap(_ -> keeper.only().or(() -> Ukprn.parse(typed.ukprn().strip())));
        if (role.filter(PersonRole::ofProvider).isPresent()
                && keeper.only().isEmpty()
                && organisation
                        .filter(ukprn -> register.isRegistered(ukprn, visible))
                        .isEmpty()) {
            problems.add(new FieldError(
                    "ukprn", "unknown-provider", "Enter the UKPRN of a provider in the register, 8 digits"));
        }
        Assignment assigned = register.read(typed.assigned(), role, visible, problems::add);
        return problems.isEmpty()
                ? new Read(Optional.of(new Invitation(name, role.orElseThrow(), organisation, assigned)), List.of())
                : new Read(Optional.empty(), problems);
    }

    private static void check(Person.Name name, List<FieldError> problems) {
        if (!NAME.matcher(name.first()).matches()) {
            problems.add(new FieldError("firstName", "missing", "Enter a first name of letters, up to 100"));
        }
        if (!NAME.matcher(name.last()).matches()) {
            problems.add(new FieldError("lastName", "missing", "Enter a last name of letters, up to 100"));
        }
        if (!EMAIL.matcher(name.email()).matches()) {
            problems.add(new FieldError(
                    "email", "not-an-email", "Enter an email address in the correct format, like name@example.com"));
        }
        if (!USERNAME.matcher(name.username()).matches() || name.username().startsWith(OF_MACHINES)) {
            problems.add(new FieldError(
                    "username",
                    "not-a-username",
                    "User name must be 3 to 60 small letters, digits, dots, hyphens or underscores,"
                            + " starting with a letter or digit"));
        }
    }
}
