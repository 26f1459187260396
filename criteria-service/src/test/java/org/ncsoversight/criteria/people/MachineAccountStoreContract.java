package org.ncsoversight.criteria.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.ncsoversight.criteria.people.model.MachineAccount.State;
import org.ncsoversight.criteria.security.Keepers;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** What every store of machine accounts must do. */
public abstract class MachineAccountStoreContract {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final PeopleKeeper LEAD = Keepers.lead("lead", "99000001");
    private static final PeopleKeeper OTHER = Keepers.lead("other", "99000002");
    private static final PeopleKeeper ADMINISTRATOR = Keepers.administrator();

    protected abstract MachineAccountStore store();

    @Test
    void what_was_saved_is_read_back_and_the_later_state_holds() {
        MachineAccount begun = account("a", "99000001", NOON);
        store().save(begun);
        assertThat(store().find("a", LEAD)).contains(begun);

        store().save(begun.withSecretSince(NOON.plusSeconds(1)));

        assertThat(store().find("a", LEAD)).contains(begun.withSecretSince(NOON.plusSeconds(1)));
    }

    @Test
    void a_lead_sees_those_of_the_own_provider_newest_first_and_an_administrator_all() {
        store().save(account("a", "99000001", NOON));
        store().save(account("b", "99000002", NOON.plusSeconds(1)));
        store().save(account("c", "99000001", NOON.plusSeconds(2)));

        assertThat(store().list(Optional.empty(), 10, LEAD))
                .extracting(MachineAccount::clientId)
                .containsExactly("c", "a");
        assertThat(store().list(Optional.empty(), 1, LEAD)).hasSize(1);
        assertThat(store().list(Optional.of(new Ukprn("99000002")), 10, LEAD)).isEmpty();
        assertThat(store().list(Optional.empty(), 10, ADMINISTRATOR)).hasSize(3);
        assertThat(store().list(Optional.of(new Ukprn("99000002")), 10, ADMINISTRATOR))
                .extracting(MachineAccount::clientId)
                .containsExactly("b");
        assertThat(store().find("b", LEAD)).isEmpty();
        assertThat(store().find("b", OTHER)).isPresent();
    }

    @Test
    void those_that_have_ended_do_not_count_and_keep_no_key() {
        MachineAccount account = account("a", "99000001", NOON);
        store().save(account);
        store().save(account("b", "99000001", NOON));
        store().keepKey("a", "key 1");
        store().save(account.withSecretSince(NOON));
        assertThat(store().key("a")).contains("key 1");
        assertThat(store().key("b")).isEmpty();
        assertThat(store().key("unknown")).isEmpty();

        store().save(account.ended());

        assertThat(store().countNotEnded(new Ukprn("99000001"))).isEqualTo(1);
        assertThat(store().key("a")).isEmpty();
    }

    private static MachineAccount account(String id, String ukprn, Instant madeAt) {
        return new MachineAccount(id, new Ukprn(ukprn), "Case system", "lead", madeAt, Optional.empty(), State.BEGUN);
    }
}
