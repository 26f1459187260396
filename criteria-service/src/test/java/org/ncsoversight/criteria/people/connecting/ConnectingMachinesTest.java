package org.ncsoversight.criteria.people.connecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.criteria.people.World.ADMIN;
import static org.ncsoversight.criteria.people.World.LEAD;
import static org.ncsoversight.criteria.people.World.OTHER;
import static org.ncsoversight.criteria.people.World.OWN;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.people.InMemoryMachineAccountStore;
import org.ncsoversight.criteria.people.InMemoryMachineDirectory;
import org.ncsoversight.criteria.people.World;
import org.ncsoversight.criteria.people.connecting.ConnectMachine.Result;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.people.model.MachineAccount.State;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Kind;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.security.PeopleKeeper;

class ConnectingMachinesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final PeopleKeeper OTHER_LEAD = Keepers.lead("otherlead", OTHER);

    private final World world = new World();
    private final InMemoryMachineDirectory machines = new InMemoryMachineDirectory();
    private final InMemoryMachineAccountStore accounts = new InMemoryMachineAccountStore();
    private final ConnectMachine connectMachine =
            new ConnectMachine(machines, accounts, world.people, world.audited, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_lead_makes_one_for_the_own_provider_and_sees_its_secret_once() {
        Result.Secret made = made();

        assertThat(made.account().clientId()).startsWith("system-" + OWN + "-");
        assertThat(machines.letsIn(made.account().clientId(), made.secret())).isTrue();
        assertThat(accounts.list(Optional.empty(), 10, LEAD))
                .singleElement()
                .satisfies(account -> assertThat(account.state()).isEqualTo(State.ACTIVE))
                .satisfies(account -> assertThat(account.secretSince()).contains(NOW))
                .satisfies(account -> assertThat(account.toString()).doesNotContain(made.secret()));
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.kind()).isEqualTo(Kind.MACHINE_MADE))
                .satisfies(change -> assertThat(change.by()).isEqualTo("lead"))
                .satisfies(change -> assertThat(change.toString()).doesNotContain(made.secret()));
    }

    @Test
    void the_same_request_again_makes_no_second_one_and_shows_nothing() {
        connectMachine.make("request", "Case system", LEAD);

        assertThat(connectMachine.make("request", "Case system", LEAD)).isEqualTo(new Result.MadeBefore());
        assertThat(accounts.list(Optional.empty(), 10, LEAD)).hasSize(1);
    }

    @Test
    void a_provider_has_ten_at_most_and_one_more_when_one_has_ended() {
        String first = made().account().clientId();
        for (int more = 1; more < ConnectMachine.MOST_OF_A_PROVIDER; more++) {
            made();
        }

        assertThat(make()).isEqualTo(new Result.TooMany(10));
        connectMachine.end(first, LEAD);
        assertThat(make()).isInstanceOf(Result.Secret.class);
    }

    @Test
    void a_new_secret_takes_the_place_of_the_old_one() {
        Result.Secret made = made();
        String id = made.account().clientId();

        var renewed = (Result.Secret) connectMachine.renew(id, LEAD);

        assertThat(machines.letsIn(id, made.secret())).isFalse();
        assertThat(machines.letsIn(id, renewed.secret())).isTrue();
        assertThat(connectMachine.renew(id, LEAD)).isInstanceOf(Result.Secret.class);
    }

    @Test
    void an_ended_one_lets_nobody_in_and_gets_no_new_secret() {
        Result.Secret made = made();
        String id = made.account().clientId();

        assertThat(connectMachine.end(id, LEAD)).isEqualTo(new Result.Ended());

        assertThat(machines.letsIn(id, made.secret())).isFalse();
        assertThat(connectMachine.renew(id, LEAD)).isEqualTo(new Result.CannotBeRenewed());
        assertThat(connectMachine.end(id, LEAD)).isEqualTo(new Result.Ended());
        assertThat(changes())
                .extracting(PersonChange::kind)
                .filteredOn(Kind.MACHINE_ENDED::equals)
                .hasSize(1);
    }

    @Test
    void one_of_another_provider_is_not_there_and_an_administrator_may_end_any_but_make_none() {
        String id = made().account().clientId();

        assertThat(connectMachine.renew(id, OTHER_LEAD)).isEqualTo(new Result.NotFound());
        assertThat(connectMachine.end(id, OTHER_LEAD)).isEqualTo(new Result.NotFound());
        assertThat(connectMachine.make("request", "Case system", ADMIN)).isEqualTo(new Result.NotALead());
        assertThat(connectMachine.end(id, ADMIN)).isEqualTo(new Result.Ended());
    }

    @Test
    void whoever_leads_no_more_makes_none_with_the_token_that_is_still_good() {
        world.people.admit(world.lead.id(), false);

        assertThat(make()).isEqualTo(new Result.NotALead());
        assertThat(accounts.list(Optional.empty(), 10, ADMIN)).isEmpty();
        assertThat(changes()).extracting(PersonChange::outcome).containsExactly(Outcome.REFUSED);
    }

    @Test
    void what_could_not_be_finished_is_seen_and_can_be_ended() {
        machines.goAway();
        assertThat(make()).isEqualTo(new Result.Away());
        machines.comeBack();

        MachineAccount left = accounts.list(Optional.empty(), 10, LEAD).getFirst();
        assertThat(left.state()).isEqualTo(State.BEGUN);
        assertThat(connectMachine.renew(left.clientId(), LEAD)).isEqualTo(new Result.CannotBeRenewed());
        assertThat(connectMachine.end(left.clientId(), LEAD)).isEqualTo(new Result.Ended());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "<b>system</b>",
                "a name that is much longer than anybody would call a system of theirs"
            })
    void it_needs_a_name(String name) {
        assertThat(connectMachine.make("request", name, LEAD))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(
                                        problem -> assertThat(problem.field()).isEqualTo("name")));
    }

    private Result make() {
        return connectMachine.make(UUID.randomUUID().toString(), "Case system", LEAD);
    }

    private Result.Secret made() {
        return (Result.Secret) make();
    }

    private List<PersonChange> changes() {
        return world.log.list(Optional.empty(), 100, ADMIN);
    }
}
