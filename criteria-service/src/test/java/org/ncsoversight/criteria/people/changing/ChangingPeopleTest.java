package org.ncsoversight.criteria.people.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.criteria.people.World.ADMIN;
import static org.ncsoversight.criteria.people.World.ALL;
import static org.ncsoversight.criteria.people.World.LEAD;
import static org.ncsoversight.criteria.people.World.OTHER;
import static org.ncsoversight.criteria.people.World.OWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.criteria.accreditation.store.CalendarStore.Subscription;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.people.World;
import org.ncsoversight.criteria.people.changing.ChangePerson.Command;
import org.ncsoversight.criteria.people.changing.ChangePerson.Result;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.ncsoversight.criteria.store.InMemoryCalendarStore;

class ChangingPeopleTest {

    private static final Change TO_LEAD = new Change.GiveRole("provider-lead", "");
    private static final Change TO_CONTRIBUTOR = new Change.GiveRole("provider-contributor", "");

    private final World world = new World();
    private final InMemoryCalendarStore calendars = new InMemoryCalendarStore();
    private final ChangePerson changePerson = new ChangePerson(world.people, world.audited, world.register, calendars);

    static Stream<Change> every_change() {
        return Stream.of(
                new Change.Suspend(), new Change.Restore(), TO_LEAD, new Change.GivePassword(), new Change.Remove());
    }

    @Test
    void somebody_suspended_can_be_restored() {
        assertThat(change(world.contributor, new Change.Suspend(), LEAD)).isInstanceOf(Result.Changed.class);
        assertThat(now(world.contributor).standing()).isEqualTo(Standing.SUSPENDED);

        change(world.contributor, new Change.Restore(), LEAD);
        assertThat(now(world.contributor).standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void a_role_takes_the_place_of_the_one_before() {
        change(world.contributor, TO_LEAD, LEAD);

        assertThat(now(world.contributor).roles()).containsExactly(PersonRole.PROVIDER_LEAD);
        assertThat(changes()).singleElement().satisfies(change -> {
            assertThat(change.detail()).isEqualTo("Contributor → Lead");
            assertThat(change.outcome()).isEqualTo(Outcome.DONE);
        });
    }

    @Test
    void whoever_is_removed_is_gone() {
        change(world.contributor, new Change.Remove(), LEAD);

        assertThat(world.people.named("contributor")).isEmpty();
    }

    @Test
    void whoever_is_removed_has_a_calendar_address_no_more_and_nobody_else_loses_theirs() {
        calendars.put(new Subscription("contributor", "hash", Instant.EPOCH));
        calendars.put(new Subscription("lead", "other", Instant.EPOCH));

        change(world.contributor, new Change.Suspend(), LEAD);
        assertThat(calendars.of("contributor")).isPresent();
        change(now(world.contributor), new Change.Remove(), LEAD);

        assertThat(calendars.of("contributor")).isEmpty();
        assertThat(calendars.of("lead")).isPresent();
    }

    @Test
    void what_is_so_already_changes_nothing_and_is_not_recorded() {
        assertThat(change(world.contributor, TO_CONTRIBUTOR, LEAD)).isInstanceOf(Result.Unchanged.class);
        assertThat(change(world.contributor, new Change.Restore(), LEAD)).isInstanceOf(Result.Unchanged.class);
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("every_change")
    void people_elsewhere_are_not_there(Change change) {
        assertThat(change(world.otherLead, change, LEAD)).isEqualTo(new Result.NotFound());
        assertThat(change(world.assessor, change, LEAD)).isEqualTo(new Result.NotFound());
        assertThat(changePerson.change(
                        new Command(new PersonId(UUID.randomUUID()), change, Optional.empty()), LEAD, ALL))
                .isEqualTo(new Result.NotFound());
        assertThat(world.people.named("otherlead")).contains(world.otherLead);
    }

    @Test
    void an_administrator_who_works_for_the_organisation_is_not_the_leads_to_change() {
        Person both = world.people.active("both", PersonRole.ADMINISTRATOR, Optional.of(OWN));

        assertThat(change(both, new Change.Suspend(), LEAD)).isEqualTo(new Result.NotFound());
    }

    @ParameterizedTest
    @MethodSource("every_change")
    void nobody_changes_the_own_account(Change change) {
        assertThat(change(world.lead, change, LEAD)).isEqualTo(new Result.OwnAccount(world.lead));
        assertThat(change(world.admin, change, ADMIN)).isEqualTo(new Result.OwnAccount(world.admin));
    }

    @Test
    void a_lead_gives_no_role_outside_the_organisation() {
        assertThat(change(world.contributor, new Change.GiveRole("administrator", ""), LEAD))
                .isInstanceOf(Result.Invalid.class);
        assertThat(change(world.contributor, new Change.GiveRole("assessor", "all"), ADMIN))
                .isInstanceOf(Result.Invalid.class);
    }

    @Test
    void the_last_active_lead_stays_but_an_administrator_may_suspend_the_account() {
        Change remove = new Change.Remove();

        assertThat(change(world.otherLead, remove, ADMIN)).isEqualTo(new Result.LastLead(world.otherLead));
        assertThat(change(world.otherLead, TO_CONTRIBUTOR, ADMIN)).isEqualTo(new Result.LastLead(world.otherLead));
        assertThat(changes()).extracting(PersonChange::outcome).containsOnly(Outcome.REFUSED);

        assertThat(change(world.otherLead, new Change.Suspend(), ADMIN)).isInstanceOf(Result.Changed.class);
        assertThat(change(now(world.otherLead), remove, ADMIN)).isInstanceOf(Result.Changed.class);
    }

    @Test
    void a_lead_among_several_may_be_removed() {
        world.people.active("second", PersonRole.PROVIDER_LEAD, Optional.of(OTHER));

        assertThat(change(world.otherLead, new Change.Remove(), ADMIN)).isInstanceOf(Result.Changed.class);
    }

    @Test
    void a_lead_whose_token_outlives_the_role_changes_nobody() {
        Person second = world.people.active("second", PersonRole.PROVIDER_LEAD, Optional.of(OWN));
        change(world.lead, new Change.Suspend(), Keepers.lead("second", OWN));

        assertThat(change(second, new Change.Suspend(), LEAD)).isEqualTo(new Result.NotFound());
        assertThat(now(second).standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void an_assessor_is_assigned_other_providers() {
        change(world.assessor, new Change.GiveRole("assessor", "99000002, 99000001"), ADMIN);

        assertThat(now(world.assessor).assigned())
                .isEqualTo(Assignment.parse("99000001 99000002").orElseThrow());
        change(world.assessor, new Change.GiveRole("analyst", "99000001"), ADMIN);
        assertThat(now(world.assessor).assigned()).isEqualTo(Assignment.NONE);
    }

    @Test
    void a_change_that_somebody_else_made_meanwhile_is_noticed() {
        String seen = world.contributor.tag();
        change(world.contributor, TO_LEAD, LEAD);

        assertThat(changePerson.change(
                        new Command(world.contributor.id(), new Change.Remove(), Optional.of(seen)), LEAD, ALL))
                .isEqualTo(new Result.ChangedMeanwhile(now(world.contributor)));
    }

    @Test
    void a_new_password_is_shown_to_whoever_asked_for_it_and_recorded_without_it() {
        Result result = change(world.contributor, new Change.GivePassword(), LEAD);

        String password = ((Result.Changed) result).password().orElseThrow();
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.toString()).doesNotContain(password));
        assertThat(now(world.contributor).standing()).isEqualTo(Standing.INVITED);
    }

    @Test
    void a_lost_second_factor_is_removed_and_recorded_and_whoever_has_none_stays_as_they_are() {
        assertThat(change(world.contributor, new Change.RemoveSecondFactor(), LEAD))
                .isInstanceOf(Result.Unchanged.class);
        world.people.setUp(world.contributor.id(), new SecondFactor(SecondFactor.Kind.APP, "Phone", Instant.EPOCH));

        assertThat(change(world.contributor, new Change.RemoveSecondFactor(), LEAD))
                .isInstanceOf(Result.Changed.class);

        assertThat(world.people.secondFactors(world.contributor.id())).isEmpty();
        assertThat(world.people.wasSignedOut(world.contributor.id())).isTrue();
        assertThat(changes())
                .extracting(PersonChange::kind, PersonChange::detail)
                .containsExactly(tuple(PersonChange.Kind.SECOND_FACTOR_REMOVED, "Authenticator app"));
    }

    @Test
    void somebody_is_signed_out_everywhere_and_may_sign_in_again() {
        assertThat(change(world.contributor, new Change.SignOut(), LEAD)).isInstanceOf(Result.Changed.class);

        assertThat(world.people.wasSignedOut(world.contributor.id())).isTrue();
        assertThat(now(world.contributor).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(changes()).extracting(PersonChange::kind).containsExactly(PersonChange.Kind.SIGNED_OUT);
        assertThat(change(world.otherLead, new Change.SignOut(), LEAD)).isEqualTo(new Result.NotFound());
    }

    @Test
    void a_directory_that_goes_away_in_the_middle_leaves_a_trace_and_the_change_can_be_repeated() {
        world.people.goAwayAfterTheNextChange();
        assertThat(change(world.contributor, new Change.Suspend(), LEAD)).isEqualTo(new Result.Away());
        assertThat(changes()).extracting(PersonChange::outcome).containsExactly(Outcome.UNCERTAIN);
        world.people.comeBack();

        assertThat(change(world.contributor, new Change.Suspend(), LEAD)).isInstanceOf(Result.Unchanged.class);
    }

    @Test
    void a_directory_that_is_away_from_the_start_is_said_to_be() {
        world.people.goAway();

        assertThat(change(world.contributor, new Change.Suspend(), LEAD)).isEqualTo(new Result.Away());
    }

    private Result change(Person person, Change change, PeopleKeeper keeper) {
        return changePerson.change(new Command(person.id(), change, Optional.empty()), keeper, ALL);
    }

    private Person now(Person person) {
        return world.people.named(person.name().username()).orElseThrow();
    }

    private List<PersonChange> changes() {
        return world.log.list(Optional.empty(), 10, ADMIN);
    }
}
