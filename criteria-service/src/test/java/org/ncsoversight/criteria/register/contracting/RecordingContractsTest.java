package org.ncsoversight.criteria.register.contracting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.contracting.RecordContract.Command;
import org.ncsoversight.criteria.register.contracting.RecordContract.Result;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.Provider.Kind;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.store.InMemoryContractStore;
import org.ncsoversight.criteria.store.InMemoryProviderStore;

class RecordingContractsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private final InMemoryProviderStore providers = new InMemoryProviderStore();
    private final InMemoryContractStore contracts = new InMemoryContractStore();
    private final RecordContract recording = new RecordContract(contracts, providers, CLOCK);

    @BeforeEach
    void providers() {
        register("99000001", Kind.PRIME);
        register("99000002", Kind.PRIME);
        register("99000101", Kind.SUBCONTRACTOR);
        register("99000102", Kind.SUBCONTRACTOR);
    }

    @Test
    void a_new_contract_is_kept_under_its_padded_touchpoint_and_announced() {
        assertThat(record("201", "2024-10-01", "2028-09-30", "99000001", "99000102", "99000101"))
                .isInstanceOf(Result.Created.class);

        assertThat(contracts.announced()).singleElement().satisfies(event -> {
            assertThat(event.contract().id().value()).isEqualTo("0000000201/2024-10-01");
            assertThat(event.contract().version()).isEqualTo(1);
        });
    }

    @Test
    void the_same_again_in_another_order_changes_nothing() {
        record("201", "2024-10-01", "", "99000001", "99000101", "99000102");

        assertThat(record("0000000201", "2024-10-01", "", "99000001", "99000102", "99000101"))
                .isInstanceOf(Result.Unchanged.class);
        assertThat(contracts.announced()).hasSize(1);
    }

    @Test
    void each_contract_of_a_touchpoint_counts_its_own_versions() {
        record("201", "2022-10-01", "2024-09-30", "99000001");
        record("201", "2024-10-01", "", "99000002");

        assertThat(record("201", "2024-10-01", "", "99000002", "99000101"))
                .isInstanceOfSatisfying(
                        Result.Changed.class,
                        changed -> assertThat(changed.contract().version()).isEqualTo(2));
    }

    @Test
    void a_period_that_overlaps_with_another_contract_of_the_touchpoint_is_refused() {
        record("201", "2022-10-01", "2024-09-30", "99000001");

        assertThat(record("201", "2024-09-30", "", "99000002")).isInstanceOf(Result.Overlaps.class);
        assertThat(record("202", "2024-09-30", "", "99000002")).isInstanceOf(Result.Created.class);
        assertThat(record("201", "2024-10-01", "", "99000002")).isInstanceOf(Result.Created.class);
        assertThat(record("201", "2022-10-01", "2024-10-01", "99000001")).isInstanceOf(Result.Overlaps.class);
    }

    @Test
    void the_prime_must_be_registered_and_be_a_prime() {
        assertThat(codes(record("201", "2024-10-01", "", "99000009"))).containsExactly("prime unknown-provider");
        assertThat(codes(record("201", "2024-10-01", "", "99000101"))).containsExactly("prime not-a-prime");
        assertThat(codes(record("201", "2024-10-01", "", "nobody"))).containsExactly("prime unknown-provider");
    }

    @Test
    void subcontractors_must_be_registered_and_take_part_once() {
        assertThat(codes(record("201", "2024-10-01", "", "99000001", "99000101", "99000199", "x")))
                .containsExactly("subcontractors unknown-provider", "subcontractors unknown-provider");
        assertThat(codes(record("201", "2024-10-01", "", "99000001", "99000101", "99000101")))
                .containsExactly("subcontractors twice");
        assertThat(codes(record("201", "2024-10-01", "", "99000001", "99000001")))
                .containsExactly("subcontractors is-the-prime");
    }

    @Test
    void everything_else_that_is_wrong_is_said_at_once() {
        Result result = recording.record(
                new Command("north", "2024-02-30", "soon", " ", "99000001", List.of(), OptionalLong.empty()),
                Visible.everyone());

        assertThat(codes(result))
                .containsExactly("touchpoint not-a-touchpoint", "area missing", "from not-a-date", "to not-a-date");
        assertThat(codes(record("201", "2024-10-01", "2024-09-30", "99000001"))).containsExactly("to before-from");
        assertThat(contracts.announced()).isEmpty();
    }

    @Test
    void who_names_no_version_gets_through_however_many_others_write() {
        contracts.loseRaces(50);

        assertThat(record("201", "2024-10-01", "2028-09-30", "99000001")).isInstanceOf(Result.Created.class);
    }

    private static List<String> codes(Result result) {
        return result instanceof Result.Invalid(var problems)
                ? problems.stream()
                        .map(problem -> problem.field() + " " + problem.code())
                        .toList()
                : List.of(result.toString());
    }

    private Result record(String touchpoint, String from, String to, String prime, String... subcontractors) {
        return recording.record(
                new Command(touchpoint, from, to, "North", prime, List.of(subcontractors), OptionalLong.empty()),
                Visible.everyone());
    }

    private void register(String ukprn, Kind kind) {
        providers.add(new ProviderRecorded(
                UUID.randomUUID(), CLOCK.instant(), Provider.registered(new Ukprn(ukprn), "Provider " + ukprn, kind)));
    }
}
