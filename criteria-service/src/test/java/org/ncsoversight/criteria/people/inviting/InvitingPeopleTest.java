package org.ncsoversight.criteria.people.inviting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.criteria.people.World.ADMIN;
import static org.ncsoversight.criteria.people.World.ALL;
import static org.ncsoversight.criteria.people.World.LEAD;
import static org.ncsoversight.criteria.people.World.OTHER;
import static org.ncsoversight.criteria.people.World.OWN;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.World;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Command;
import org.ncsoversight.criteria.people.inviting.InvitePerson.Result;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.ncsoversight.criteria.settings.PeopleSettings.InviteBy;

class InvitingPeopleTest {

    private final World world = new World();
    private final InvitePerson invitePerson = by(InviteBy.PASSWORD);

    @Test
    void a_colleague_of_a_lead_belongs_to_the_leads_organisation_whatever_was_typed() {
        Result result = invite(command("1", "sam.okoro", "provider-contributor", OTHER, ""), LEAD);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Invited.class,
                        invited -> assertThat(invited.password())
                                .hasValueSatisfying(
                                        password -> assertThat(password).matches("[a-z2-9]{5}(-[a-z2-9]{5}){2}")));
        Person sam = world.people.named("sam.okoro").orElseThrow();
        assertThat(sam.organisation()).contains(new Ukprn(OWN));
        assertThat(sam.roles()).containsExactly(PersonRole.PROVIDER_CONTRIBUTOR);
        assertThat(sam.standing()).isEqualTo(Standing.INVITED);
    }

    @Test
    void the_record_says_who_invited_whom_as_what() {
        invite(command("1", "sam", "provider-lead", "", ""), LEAD);

        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.by()).isEqualTo("lead");
            assertThat(change.username()).isEqualTo("sam");
            assertThat(change.kind()).isEqualTo(PersonChange.Kind.INVITED);
            assertThat(change.detail()).isEqualTo("as lead");
            assertThat(change.outcome()).isEqualTo(Outcome.DONE);
            assertThat(change.about()).isEqualTo(world.people.named("sam").map(Person::id));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"assessor", "contract-manager", "analyst", "administrator", "provider-system", ""})
    void a_lead_gives_no_role_outside_the_organisation(String role) {
        assertThat(problems(invite(command("1", "sam", role, "", "all"), LEAD)))
                .extracting(FieldError::field)
                .containsExactly("role");
    }

    @ParameterizedTest
    @CsvSource({
        "provider-lead, 99000002, '', ''",
        "provider-lead, 99000003, '', ukprn",
        "provider-lead, '', '', ukprn",
        "assessor, '', '99000001 99000002', ''",
        "assessor, '', 'all', ''",
        "assessor, '', '', assigned",
        "assessor, '', '99000003', assigned",
        "assessor, '', 'some', assigned",
        "contract-manager, '', '', ''",
        "analyst, '', '', ''",
        "administrator, '', '', ''"
    })
    void an_administrator_gives_every_role_with_what_it_needs(
            String role, String ukprn, String assigned, String field) {
        Result result = invite(command("1", "sam", role, ukprn, assigned), ADMIN);

        if (field.isEmpty()) {
            assertThat(result).isInstanceOf(Result.Invited.class);
        } else {
            assertThat(problems(result)).extracting(FieldError::field).containsExactly(field);
        }
    }

    @Test
    void a_name_in_use_elsewhere_is_refused_in_the_same_words_as_one_in_use_here() {
        List<FieldError> here = problems(invite(command("1", "contributor", "provider-lead", "", ""), LEAD));
        List<FieldError> elsewhere = problems(invite(command("2", "otherlead", "provider-lead", "", ""), LEAD));

        assertThat(here).isEqualTo(elsewhere).extracting(FieldError::code).containsExactly("not-available");
        assertThat(changes()).extracting(PersonChange::outcome).containsOnly(Outcome.REFUSED);
    }

    @Test
    void the_same_form_sent_twice_invites_once() {
        Result first = invite(command("1", "sam", "provider-lead", "", ""), LEAD);
        Result again = invite(command("1", "sam", "provider-lead", "", ""), LEAD);

        assertThat(again).isEqualTo(new Result.InvitedBefore(((Result.Invited) first).person()));
    }

    @Test
    void the_form_that_was_refused_invites_once_its_user_name_is_corrected() {
        invite(command("1", "contributor", "provider-lead", "", ""), LEAD);

        assertThat(invite(command("1", "sam", "provider-lead", "", ""), LEAD)).isInstanceOf(Result.Invited.class);
        assertThat(changes())
                .extracting(PersonChange::username, PersonChange::outcome)
                .containsExactlyInAnyOrder(tuple("contributor", Outcome.REFUSED), tuple("sam", Outcome.DONE));
    }

    @Test
    void a_user_name_changed_after_no_answer_is_recorded_as_the_one_invited() {
        world.people.goAway();
        invite(command("1", "sam", "provider-lead", "", ""), LEAD);
        world.people.comeBack();

        assertThat(invite(command("1", "kim", "provider-lead", "", ""), LEAD)).isInstanceOf(Result.Invited.class);
        assertThat(changes())
                .extracting(PersonChange::username, PersonChange::outcome)
                .containsExactlyInAnyOrder(tuple("sam", Outcome.UNCERTAIN), tuple("kim", Outcome.DONE));
    }

    @Test
    void while_the_directory_is_away_nothing_is_lost_and_trying_again_invites() {
        world.people.goAway();
        assertThat(invite(command("1", "sam", "provider-lead", "", ""), LEAD)).isEqualTo(new Result.Away());
        assertThat(changes()).extracting(PersonChange::outcome).containsExactly(Outcome.UNCERTAIN);

        world.people.comeBack();
        assertThat(invite(command("1", "sam", "provider-lead", "", ""), LEAD)).isInstanceOf(Result.Invited.class);
        assertThat(changes()).extracting(PersonChange::outcome).containsExactly(Outcome.DONE);
    }

    @Test
    void somebody_made_just_before_the_line_broke_gets_the_role_when_it_is_tried_again() {
        world.people.goAwayAfterTheNextChange();
        invite(command("1", "sam", "provider-lead", "", ""), LEAD);
        world.people.comeBack();
        assertThat(world.people.named("sam").orElseThrow().roles()).isEmpty();

        assertThat(invite(command("1", "sam", "provider-lead", "", ""), LEAD)).isInstanceOf(Result.Invited.class);
        assertThat(world.people.named("sam").orElseThrow().roles()).containsExactly(PersonRole.PROVIDER_LEAD);
    }

    @Test
    void a_repeat_does_not_take_over_somebody_elses_account() {
        world.people.goAway();
        invite(command("1", "otherlead", "provider-lead", "", ""), LEAD);
        world.people.comeBack();

        assertThat(problems(invite(command("1", "otherlead", "provider-lead", "", ""), LEAD)))
                .extracting(FieldError::code)
                .containsExactly("not-available");
        assertThat(world.people.named("otherlead")).contains(world.otherLead);
    }

    @Test
    void with_email_no_password_is_shown_unless_the_email_could_not_be_sent() {
        assertThat(((Result.Invited) by(InviteBy.EMAIL).invite(command("1", "sam", "provider-lead", "", ""), LEAD, ALL))
                        .password())
                .isPresent();
        world.people.canMail();
        assertThat(((Result.Invited) by(InviteBy.EMAIL).invite(command("2", "kim", "provider-lead", "", ""), LEAD, ALL))
                        .password())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ', Okoro, sam@example.org, sam, firstName",
        "Sam, '', sam@example.org, sam, lastName",
        "Sam, Okoro, sam.example.org, sam, email",
        "Sam, Okoro, sam@example.org, sa, username",
        "Sam, Okoro, sam@example.org, sam okoro, username",
        "Sam, <b>, sam@example.org, sam, lastName"
    })
    void what_is_missing_or_malformed_is_told_by_field(
            String first, String last, String email, String username, String field) {
        var command = new Command("1", first, last, email, username, "provider-lead", "", "");

        assertThat(problems(invite(command, LEAD)))
                .extracting(FieldError::field)
                .containsExactly(field);
        assertThat(changes()).isEmpty();
    }

    private Result invite(Command command, PeopleKeeper keeper) {
        return invitePerson.invite(command, keeper, ALL);
    }

    private List<PersonChange> changes() {
        return world.log.list(Optional.empty(), 10, ADMIN);
    }

    private static List<FieldError> problems(Result result) {
        return ((Result.Invalid) result).problems();
    }

    private static Command command(String request, String username, String role, String ukprn, String assigned) {
        return new Command(request, "Sam", "Okoro", username + "@example.com", username, role, ukprn, assigned);
    }

    private InvitePerson by(InviteBy way) {
        var directory = new PeopleSettings.Directory(
                URI.create("http://localhost"), "realm", "client", "secret", Duration.ofSeconds(1));
        return new InvitePerson(world.people, world.audited, world.register, new PeopleSettings(directory, way));
    }
}
