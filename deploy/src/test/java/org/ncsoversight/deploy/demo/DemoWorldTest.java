package org.ncsoversight.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.demo.DemoWorld.Contract;

class DemoWorldTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final DemoWorld world = DemoWorld.on(TODAY, 24, 1);

    @Test
    void there_are_9_areas_12_primes_and_60_subcontractors() {
        assertThat(world.contracts().stream().map(Contract::touchpoint).distinct())
                .hasSize(9);
        assertThat(world.providers().stream().filter(DemoWorld.Provider::prime)).hasSize(12);
        assertThat(world.providers().stream().filter(provider -> !provider.prime()))
                .hasSize(60);
        assertThat(world.providers()).extracting(DemoWorld.Provider::name).doesNotHaveDuplicates();
    }

    @Test
    void every_organisation_delivers_somewhere() {
        Stream<String> delivering = world.contracts().stream()
                .flatMap(contract -> Stream.concat(Stream.of(contract.prime()), contract.subcontractors().stream()));

        assertThat(delivering)
                .containsAll(world.providers().stream()
                        .map(DemoWorld.Provider::ukprn)
                        .toList());
    }

    @Test
    void in_each_of_24_months_every_touchpoint_has_one_contract() {
        assertThat(world.months()).hasSize(24).endsWith(YearMonth.of(2026, 10));
        for (YearMonth month : world.months()) {
            assertThat(world.contracts().stream().filter(contract -> contract.covers(month)))
                    .extracting(Contract::touchpoint)
                    .hasSize(9)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void the_same_seed_makes_the_same_world_and_files() {
        YearMonth month = world.months().getFirst();

        assertThat(DemoWorld.on(TODAY, 24, 1)).isEqualTo(world);
        assertThat(new DemoFiles(DemoWorld.on(TODAY, 24, 1), 5).responses(month))
                .isEqualTo(new DemoFiles(world, 5).responses(month));
    }

    @Test
    void claims_keep_to_the_dates_a_claim_may_have() {
        Contract contract = world.contracts().getFirst();
        YearMonth month = world.months().getFirst();
        List<String> rows =
                new DemoFiles(world, 5).claims(contract, month).lines().skip(1).toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            String[] cells = row.split(",", -1);
            LocalDate session = LocalDate.parse(cells[4]);
            LocalDate effective = LocalDate.parse(cells[9]);
            assertThat(YearMonth.from(effective)).isEqualTo(month);
            assertThat(effective).isBetween(session, session.plusMonths(12));
        });
    }

    @Test
    void evidence_ranges_from_none_to_complete() {
        List<Integer> items = world.providers().stream()
                .map(provider -> DemoEvidence.of(provider, TODAY, 1).size())
                .toList();

        assertThat(items).contains(0, 62);
        assertThat(items.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_000);
    }
}
