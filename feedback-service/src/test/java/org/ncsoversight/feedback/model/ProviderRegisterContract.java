package org.ncsoversight.feedback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every provider register must do. */
public abstract class ProviderRegisterContract {

    private static final Touchpoint AREA = new Touchpoint("0000000201");
    private static final LocalDate FROM = LocalDate.parse("2024-10-01");
    private static final Ukprn PRIME = new Ukprn("99000001");
    private static final Ukprn SUB = new Ukprn("99000101");

    protected abstract ProviderRegister register();

    @Test
    void a_contract_comes_back_as_it_was_heard() {
        var register = register();
        var open = new Contract(AREA, FROM, Optional.empty(), PRIME, Set.of(SUB));

        register.remember(open, 1);

        assertThat(register.contracts().on(AREA, LocalDate.parse("2030-01-01"))).contains(open);
        assertThat(register.contracts().on(AREA, FROM.minusDays(1))).isEmpty();
    }

    @Test
    void both_ends_of_a_contract_belong_to_it() {
        var register = register();
        var last = LocalDate.parse("2028-09-30");
        register.remember(new Contract(AREA, FROM, Optional.of(last), PRIME, Set.of()), 1);

        assertThat(register.contracts().on(AREA, FROM)).isPresent();
        assertThat(register.contracts().on(AREA, last)).isPresent();
        assertThat(register.contracts().on(AREA, last.plusDays(1))).isEmpty();
    }

    @Test
    void the_highest_version_wins_whatever_the_order() {
        var register = register();
        register.remember(new Provider(PRIME, "Second name"), 2);
        register.remember(new Provider(PRIME, "First name"), 1);
        register.remember(new Provider(PRIME, "Second name"), 2);

        assertThat(register.provider(PRIME)).contains(new Provider(PRIME, "Second name"));

        register.remember(new Provider(PRIME, "Third name"), 3);

        assertThat(register.providers()).containsExactly(new Provider(PRIME, "Third name"));
    }

    @Test
    void who_takes_no_part_in_a_contract_does_not_see_it() {
        var register = register();
        register.remember(new Contract(AREA, FROM, Optional.empty(), PRIME, Set.of(SUB)), 1);

        assertThat(register.contracts().seenBy(SUB::equals).know(AREA)).isTrue();
        assertThat(register.contracts().seenBy(new Ukprn("99000002")::equals).know(AREA))
                .isFalse();
    }
}
