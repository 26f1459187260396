package org.ncsoversight.criteria.register.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Provider.Kind;
import org.ncsoversight.criteria.register.model.ProviderEntry.TypedSuccession;
import org.ncsoversight.criteria.register.model.RegisterEvent.ContractRecorded;
import org.ncsoversight.criteria.register.model.Touchpoint;
import org.ncsoversight.criteria.register.model.TouchpointContracts;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Command;
import org.ncsoversight.criteria.register.registering.RegisterProvider.Result;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.store.InMemoryContractStore;
import org.ncsoversight.criteria.store.InMemoryProviderStore;

class RegisteringProvidersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryProviderStore providers = new InMemoryProviderStore();
    private final InMemoryContractStore contracts = new InMemoryContractStore();
    private final RegisterProvider registering = new RegisterProvider(providers, contracts, CLOCK);

    @Test
    void a_new_provider_is_kept_and_announced() {
        assertThat(register("99000001", " Northmoor Careers ", "prime")).isInstanceOf(Result.Created.class);

        assertThat(providers.announced()).singleElement().satisfies(event -> {
            assertThat(event.provider().name()).isEqualTo("Northmoor Careers");
            assertThat(event.provider().version()).isEqualTo(1);
            assertThat(event.recordedAt()).isEqualTo("2026-11-23T09:00:00Z");
        });
    }

    @Test
    void the_same_again_changes_nothing() {
        register("99000001", "Northmoor Careers", "prime");

        assertThat(register("99000001", "Northmoor Careers", "prime")).isInstanceOf(Result.Unchanged.class);
        assertThat(providers.announced()).hasSize(1);
    }

    @Test
    void another_name_is_the_next_version() {
        register("99000001", "Northmoor Careers", "prime");

        assertThat(register("99000001", "Northmoor", "prime"))
                .isInstanceOfSatisfying(
                        Result.Changed.class,
                        changed -> assertThat(changed.provider().version()).isEqualTo(2));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThat(register("09999999", " ", "other"))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(
                                        tuple("ukprn", "not-a-ukprn"),
                                        tuple("name", "missing"),
                                        tuple("kind", "unknown-kind")));
        assertThat(providers.announced()).isEmpty();
    }

    @Test
    void a_name_has_up_to_200_characters() {
        assertThat(register("99000001", "n".repeat(200), "prime")).isInstanceOf(Result.Created.class);
        assertThat(register("99000002", "n".repeat(201), "prime")).isInstanceOf(Result.Invalid.class);
    }

    @Test
    void whoever_changes_what_somebody_else_changed_meanwhile_is_told() {
        register("99000001", "Northmoor Careers", "prime");
        register("99000001", "Northmoor", "prime");

        Result result =
                registering.register(new Command("99000001", "North", "prime", OptionalLong.of(1)), Visible.everyone());

        assertThat(result).isEqualTo(new Result.ChangedMeanwhile(2));
    }

    @Test
    void a_prime_that_holds_contracts_stays_a_prime() {
        register("99000001", "Northmoor Careers", "prime");
        var touchpoint = new Touchpoint("0000000201");
        var contract = new Contract(
                touchpoint,
                1,
                NameHistory.of("North"),
                new Period(LocalDate.of(2024, 10, 1), Optional.empty()),
                new Ukprn("99000001"),
                List.of(),
                Profile.NONE);
        contracts.save(
                TouchpointContracts.noneYet(touchpoint).with(contract),
                new ContractRecorded(UUID.randomUUID(), CLOCK.instant(), contract));

        assertThat(register("99000001", "Northmoor Careers", "subcontractor")).isInstanceOf(Result.Invalid.class);
        assertThat(providers.find(new Ukprn("99000001"), Visible.everyone()))
                .hasValueSatisfying(provider -> assertThat(provider.kind()).isEqualTo(Kind.PRIME));
    }

    @Test
    void who_names_no_version_gets_through_however_many_others_write() {
        register("99000001", "Northmoor Careers", "prime");
        providers.loseRaces(50);

        assertThat(register("99000001", "Northmoor", "prime"))
                .isInstanceOfSatisfying(
                        Result.Changed.class,
                        changed -> assertThat(changed.provider().version()).isEqualTo(52));
    }

    @Test
    void who_names_a_version_is_told_that_it_is_gone() {
        register("99000001", "Northmoor Careers", "prime");
        providers.loseRaces(1);

        assertThat(registering.register(
                        new Command("99000001", "Northmoor", "prime", OptionalLong.of(1)), Visible.everyone()))
                .isEqualTo(new Result.ChangedMeanwhile(2));
    }

    @Test
    void a_merger_without_a_version_gets_through_too() {
        register("99000001", "Northmoor Careers", "prime");
        register("99000002", "Southmoor Careers", "prime");
        providers.loseRaces(50);

        assertThat(registering.merge(
                        "99000001",
                        new TypedSuccession("99000002", "2026-11-01"),
                        OptionalLong.empty(),
                        Visible.everyone()))
                .get()
                .isInstanceOf(Result.Changed.class);
    }

    private Result register(String ukprn, String name, String kind) {
        return registering.register(new Command(ukprn, name, kind, OptionalLong.empty()), Visible.everyone());
    }
}
