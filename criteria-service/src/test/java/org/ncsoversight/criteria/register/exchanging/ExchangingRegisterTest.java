package org.ncsoversight.criteria.register.exchanging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.backing.TableKind;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Command;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Result;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.Provider;
import org.ncsoversight.criteria.register.model.RegisterEvent.ProviderRecorded;
import org.ncsoversight.criteria.register.model.Succession;
import org.ncsoversight.criteria.register.store.ContractStore;
import org.ncsoversight.criteria.register.store.ProviderStore;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.Counts;
import org.ncsoversight.criteria.register.store.RegisterImport.Kind;
import org.ncsoversight.criteria.register.store.RegisterImport.State;
import org.ncsoversight.criteria.security.Housekeeping;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.store.InMemoryContractStore;
import org.ncsoversight.criteria.store.InMemoryProviderStore;
import org.ncsoversight.criteria.tables.Downloads;
import org.ncsoversight.tables.ReadAs;

class ExchangingRegisterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private static final String PROVIDERS = """
        ukprn,name,name_from,kind,succeeded_by,succeeded_on,former_name_1,former_name_1_from,former_name_2,former_name_2_from
        99000001,"Northmoor, Dales",2026-04-01,prime,99000002,2026-10-01,Northmoor,,Norther,2025-01-01
        99000002,'=Futures,,prime,,,,,,
        99000101,Dale Guidance,,subcontractor,,,,,,
        """;

    private static final String CONTRACTS = """
        touchpoint,from,to,area,area_from,prime_ukprn,subcontractor_ukprns,former_area_1,customers_1,job_outcomes_2
        201,2024-10-01,2028-09-30,North and coast,2026-04-01,99000001,99000101,North,12000,0
        0000000202,2024-10-01,,South,,99000002,99000101 99000001,,,
        """;

    private Register register = new Register();

    @Test
    void a_file_goes_in_and_the_past_with_it() {
        assertThat(counts(register.take(Kind.PROVIDERS, PROVIDERS, false))).isEqualTo(new Counts(3, 3, 0, 0, 0));
        assertThat(counts(register.take(Kind.CONTRACTS, CONTRACTS, false))).isEqualTo(new Counts(2, 2, 0, 0, 0));

        Provider merged = register.provider("99000001");
        assertThat(merged.version()).isEqualTo(1);
        assertThat(merged.names().on(LocalDate.of(2025, 6, 1))).isEqualTo("Norther");
        assertThat(merged.succeededBy()).contains(new Succession(new Ukprn("99000002"), LocalDate.of(2026, 10, 1)));
        assertThat(register.provider("99000002").name()).isEqualTo("=Futures");
        Contract north = register.allContracts().getFirst();
        assertThat(north.touchpoint().value()).isEqualTo("0000000201");
        assertThat(north.areaOn(LocalDate.of(2026, 3, 31))).isEqualTo("North");
        assertThat(north.profile().figure(1, Figure.CUSTOMERS)).contains(12_000);
        assertThat(north.profile().figure(2, Figure.JOB_OUTCOMES)).contains(0);
        assertThat(register.allContracts().getLast().subcontractors()).hasSize(2);
    }

    @Test
    void the_same_file_again_changes_nothing() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, CONTRACTS, false);
        int announced = register.announced();

        assertThat(counts(register.take(Kind.PROVIDERS, PROVIDERS, false))).isEqualTo(new Counts(3, 0, 0, 3, 0));
        assertThat(counts(register.take(Kind.CONTRACTS, CONTRACTS, false))).isEqualTo(new Counts(2, 0, 0, 2, 0));
        assertThat(register.announced()).isEqualTo(announced);
    }

    @Test
    void what_is_exported_changes_nothing_here_and_makes_the_same_register_elsewhere() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, CONTRACTS, false);
        String providers = register.exportedProviders();
        String contracts = register.exportedContracts();
        var elsewhere = new Register();

        assertThat(counts(register.take(Kind.PROVIDERS, providers, false))).isEqualTo(new Counts(3, 0, 0, 3, 0));
        assertThat(counts(register.take(Kind.CONTRACTS, contracts, false))).isEqualTo(new Counts(2, 0, 0, 2, 0));
        elsewhere.take(Kind.PROVIDERS, providers, false);
        elsewhere.take(Kind.CONTRACTS, contracts, false);

        assertThat(elsewhere.allProviders()).isEqualTo(register.allProviders());
        assertThat(elsewhere.allContracts()).isEqualTo(register.allContracts());
        assertThat(elsewhere.exportedProviders()).isEqualTo(providers);
        assertThat(providers)
                .startsWith("\"# Filter: none\"")
                .contains("'=Futures")
                .doesNotContain("\uFEFF");
    }

    @Test
    void one_wrong_row_refuses_the_whole_file_or_is_left_out_as_chosen() {
        String file = """
            ukprn,name,kind
            99000001,Northmoor,prime
            123,,both
            99000001,Again,prime
            99000002,Southwold,prime,surplus
            99000003,Eastmere,prime
            """;

        Result refused = register.take(Kind.PROVIDERS, file, false);

        assertThat(refused).isInstanceOfSatisfying(Result.Refused.class, whole -> {
            assertThat(whole.imported().state()).isEqualTo(State.REFUSED);
            assertThat(whole.imported().badRows())
                    .extracting(bad -> bad.row() + " " + bad.column() + " " + bad.code())
                    .containsExactly(
                            "3 ukprn not-a-ukprn",
                            "3 name missing",
                            "3 kind unknown-kind",
                            "4 ukprn twice",
                            "5  too-many-cells");
        });
        assertThat(register.allProviders()).isEmpty();
        assertThat(counts(register.take(Kind.PROVIDERS, file, true))).isEqualTo(new Counts(5, 2, 0, 0, 3));
        assertThat(register.allProviders()).hasSize(2);
    }

    @Test
    void a_contract_with_an_unknown_party_or_overlapping_in_the_file_itself_is_a_wrong_row() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);

        Result refused = register.take(Kind.CONTRACTS, """
            touchpoint,from,to,area,prime_ukprn,subcontractor_ukprns,customers_1
            201,2026-01-01,,North,99000002,99000199,-1
            202,2026-06-01,,South,99000002,,
            202,2026-01-01,2026-06-01,South,99000002,,
            203,2026-10-01,,East,99000001,,
            x,y,,West,99000002,,
            """, false);

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        whole -> assertThat(whole.imported().badRows())
                                .extracting(bad -> bad.row() + " " + bad.column() + " " + bad.code())
                                .containsExactly(
                                        "2 subcontractor_ukprns unknown-provider",
                                        "2 customers_1 not-a-whole-number",
                                        "3 from contracts-overlap",
                                        "5 prime_ukprn merged",
                                        "6 touchpoint not-a-touchpoint",
                                        "6 from not-a-date"));
        assertThat(register.allContracts()).isEmpty();
    }

    @Test
    void a_contract_can_be_shortened_and_followed_in_one_file_whatever_the_order_of_rows() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, "touchpoint,from,area,prime_ukprn\n201,2024-10-01,North,99000002\n", false);

        Result result = register.take(Kind.CONTRACTS, """
            touchpoint,from,to,area,prime_ukprn
            201,2026-10-01,,North,99000002
            201,2024-10-01,2026-09-30,North,99000002
            """, false);

        assertThat(counts(result)).isEqualTo(new Counts(2, 1, 1, 0, 0));
    }

    @Test
    void days_as_a_spreadsheet_of_this_country_saves_them_are_the_same_days() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, CONTRACTS, false);

        assertThat(counts(register.take(
                        Kind.PROVIDERS,
                        PROVIDERS
                                .replace("2026-04-01", "01/04/2026")
                                .replace("2026-10-01", "1/10/2026")
                                .replace("2025-01-01", "1/1/2025"),
                        false)))
                .isEqualTo(new Counts(3, 0, 0, 3, 0));
        assertThat(counts(register.take(
                        Kind.CONTRACTS,
                        CONTRACTS
                                .replace("2024-10-01", "01/10/2024")
                                .replace("2028-09-30", "30/09/2028")
                                .replace("2026-04-01", "1/4/2026"),
                        false)))
                .isEqualTo(new Counts(2, 0, 0, 2, 0));
    }

    @Test
    void what_a_file_has_no_column_for_stays() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, CONTRACTS, false);
        Contract before = register.allContracts().getFirst();

        register.take(
                Kind.CONTRACTS,
                "touchpoint,from,area,prime_ukprn,customers_2\n201,2024-10-01,North and coast,99000001,13000\n",
                false);

        Contract after = register.allContracts().getFirst();
        assertThat(after.period()).isEqualTo(before.period());
        assertThat(after.subcontractors()).isEqualTo(before.subcontractors());
        assertThat(after.areas()).isEqualTo(before.areas());
        assertThat(after.profile().figure(1, Figure.CUSTOMERS)).contains(12_000);
        assertThat(after.profile().figure(2, Figure.CUSTOMERS)).contains(13_000);
    }

    @Test
    void a_missing_column_is_told_before_any_row_and_an_unknown_one_beside_them() {
        assertThat(register.take(Kind.PROVIDERS, "ukprn,name\n", false))
                .isEqualTo(
                        new Result.Unreadable("missing-columns", "The table does not have the headings kind (row 1)"));
        assertThat(register.take(Kind.PROVIDERS, "ukprn,name,kind,colour\n99000001,Moor,prime,red\n", false))
                .isInstanceOfSatisfying(
                        Result.Applied.class,
                        done -> assertThat(done.imported().readAs().ignoredColumns())
                                .containsExactly("colour"));
        assertThat(register.take(Kind.CONTRACTS, "touchpoint,from,area,prime_ukprn,customers_11\n", false))
                .isInstanceOfSatisfying(
                        Result.Applied.class,
                        done -> assertThat(done.imported().readAs().ignoredColumns())
                                .containsExactly("customers_11"));
    }

    @ParameterizedTest
    @EnumSource
    void a_table_of_any_kind_is_read_as_the_plain_one(TableKind kind) {
        byte[] file = kind.of(
                List.of("ukprn", "name", "name_from", "kind", "former_name_1"),
                List.of(List.of("99000001", "Northmoor", "2026-04-01", "prime", "Norther")));

        assertThat(counts(register.take(Kind.PROVIDERS, file))).isEqualTo(new Counts(1, 1, 0, 0, 0));

        Provider provider = register.provider("99000001");
        assertThat(provider.name()).isEqualTo("Northmoor");
        assertThat(provider.names().on(LocalDate.of(2026, 3, 31))).isEqualTo("Norther");
    }

    @Test
    void a_list_that_leaves_as_a_workbook_comes_back_as_one() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        register.take(Kind.CONTRACTS, CONTRACTS, false);
        List<String> about = List.of("Filter: none", "Exported on: 2026-11-23");
        byte[] providers = Downloads.of(ProviderFile.table(register.allProviders(), about), "x", "xlsx")
                .getBody();
        byte[] contracts = Downloads.of(ContractFile.table(register.allContracts(), about), "x", "xlsx")
                .getBody();
        var elsewhere = new Register();

        assertThat(counts(register.take(Kind.PROVIDERS, providers))).isEqualTo(new Counts(3, 0, 0, 3, 0));
        assertThat(counts(register.take(Kind.CONTRACTS, contracts))).isEqualTo(new Counts(2, 0, 0, 2, 0));
        elsewhere.take(Kind.PROVIDERS, providers);
        elsewhere.take(Kind.CONTRACTS, contracts);

        assertThat(elsewhere.allProviders()).isEqualTo(register.allProviders());
        assertThat(elsewhere.allContracts()).isEqualTo(register.allContracts());
    }

    @Test
    void a_workbook_that_a_crash_left_half_applied_is_finished() {
        byte[] workbook = TableKind.WORKBOOK.of(
                List.of("ukprn", "name", "kind"), List.of(List.of("99000001", "Northmoor", "prime")));
        var half = applying(CLOCK.instant(), KeptFile.text(workbook));
        register.imports.save(half);

        register.importing.finish(half, Visible.everyone());

        assertThat(register.provider("99000001").name()).isEqualTo("Northmoor");
    }

    @Test
    void a_touchpoint_that_a_spreadsheet_wrote_with_a_point_is_padded_with_a_warning() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);

        var done = (Result.Applied) register.take(
                Kind.CONTRACTS, "touchpoint,from,area,prime_ukprn\n701.0,2024-10-01,North,99000002\n", false);

        assertThat(register.allContracts().getFirst().touchpoint().value()).isEqualTo("0000000701");
        assertThat(done.imported().readAs().warnings()).containsExactly("Row 2: touchpoint 701.0 was read as 701");
    }

    @Test
    void what_a_crash_left_half_applied_is_finished() {
        register.take(Kind.PROVIDERS, "ukprn,name,kind\n99000002,\"'=Futures\",prime\n", false);
        int announced = register.announced();
        var half = new RegisterImport(
                UUID.randomUUID(),
                Kind.PROVIDERS,
                State.APPLYING,
                false,
                "",
                new Counts(3, 3, 0, 0, 0),
                List.of(),
                PROVIDERS,
                CLOCK.instant(),
                "admin",
                ReadAs.UNKNOWN);
        register.imports.save(half);

        register.importing.finish(half, Visible.everyone());

        assertThat(register.allProviders()).hasSize(3);
        assertThat(register.announced() - announced).isEqualTo(2);
        assertThat(register.imports.unfinished()).isEmpty();
        assertThat(register.imports.find(half.id()).orElseThrow().counts()).isEqualTo(half.counts());
    }

    @Test
    void what_nobody_says_he_applies_is_finished_at_start_and_by_each_pass_and_the_rest_left_to_who_does() {
        var left = applying(CLOCK.instant());
        var held = applying(CLOCK.instant());
        register.imports.save(left);
        register.imports.save(held);
        register.imports.hold(
                held.id(), UUID.randomUUID(), CLOCK.instant(), CLOCK.instant().plusSeconds(1));
        var finishing = new FinishImports(register.imports, register.importing, new Housekeeping());

        finishing.finishAll();

        assertThat(register.imports.unfinished()).containsExactly(held);
    }

    @Test
    void nobody_waits_for_a_long_import() {
        var mayGoOn = new CountDownLatch(1);
        var slow = new InMemoryProviderStore() {
            @Override
            public boolean add(ProviderRecorded event) {
                try {
                    mayGoOn.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.add(event);
            }
        };
        var imports = new InMemoryRegisterImportStore();
        try (var importing = new ImportRegister(slow, new InMemoryContractStore(), imports, CLOCK, Duration.ZERO)) {
            Result result = importing.take(
                    new Command(Kind.PROVIDERS, false, "admin"),
                    PROVIDERS.getBytes(StandardCharsets.UTF_8),
                    Visible.everyone());

            assertThat(result).isInstanceOf(Result.Unfinished.class);
            assertThat(imports.unfinished()).hasSize(1);
            mayGoOn.countDown();
        }
        assertThat(imports.unfinished()).isEmpty();
    }

    @Test
    void whoever_is_overtaken_writes_the_rest_again_and_is_told_what_was_done() {
        register.take(Kind.PROVIDERS, "ukprn,name,kind\n99000001,Northmoor,prime\n", false);
        register.overtaken(1, "99000001");

        Result result =
                register.take(Kind.PROVIDERS, "ukprn,name,kind\n99000001,Moor,prime\n99000002,South,prime\n", false);

        assertThat(counts(result)).isEqualTo(new Counts(2, 1, 1, 0, 0));
        assertThat(register.provider("99000001").name()).isEqualTo("Moor");
    }

    @Test
    void whoever_is_overtaken_every_time_is_told_that_it_is_not_finished_and_a_later_pass_does_it() {
        register.take(Kind.PROVIDERS, "ukprn,name,kind\n99000001,Northmoor,prime\n", false);
        register.overtaken(9, "99000001");

        Result result =
                register.take(Kind.PROVIDERS, "ukprn,name,kind\n99000001,Moor,prime\n99000002,South,prime\n", false);

        RegisterImport unfinished = ((Result.Unfinished) result).imported();
        assertThat(register.imports.unfinished()).containsExactly(unfinished);
        register.overtaken(0, "99000001");
        register.importing.finish(unfinished, Visible.everyone());
        assertThat(register.provider("99000001").name()).isEqualTo("Moor");
        assertThat(register.imports.find(unfinished.id()).orElseThrow().counts())
                .isEqualTo(new Counts(2, 1, 1, 0, 0));
    }

    @Test
    void a_row_that_turns_wrong_after_a_crash_is_told() {
        register.take(Kind.PROVIDERS, PROVIDERS, false);
        var half = new RegisterImport(
                UUID.randomUUID(),
                Kind.CONTRACTS,
                State.APPLYING,
                false,
                "",
                new Counts(2, 2, 0, 0, 0),
                List.of(),
                CONTRACTS,
                CLOCK.instant(),
                "admin",
                ReadAs.UNKNOWN);
        register.take(Kind.CONTRACTS, "touchpoint,from,area,prime_ukprn\n202,2024-11-01,South,99000002\n", false);

        register.imports.save(half);
        register.importing.finish(half, Visible.everyone());

        RegisterImport finished = register.imports.find(half.id()).orElseThrow();
        assertThat(finished.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1));
        assertThat(finished.badRows())
                .extracting(bad -> bad.row() + " " + bad.code())
                .containsExactly("3 contracts-overlap");
    }

    private static RegisterImport applying(Instant at) {
        return applying(at, PROVIDERS);
    }

    private static RegisterImport applying(Instant at, String content) {
        return new RegisterImport(
                UUID.randomUUID(),
                Kind.PROVIDERS,
                State.APPLYING,
                false,
                "",
                new Counts(3, 3, 0, 0, 0),
                List.of(),
                content,
                at,
                "admin",
                ReadAs.UNKNOWN);
    }

    private static Counts counts(Result result) {
        return ((Result.Applied) result).imported().counts();
    }

    private static final class Register {

        private int races;
        private String raced = "";

        private final InMemoryProviderStore providers = new InMemoryProviderStore() {
            @Override
            public boolean replace(ProviderRecorded event) {
                if (races > 0 && event.provider().ukprn().value().equals(raced)) {
                    races--;
                    return false;
                }
                return super.replace(event);
            }
        };
        private final InMemoryContractStore contracts = new InMemoryContractStore();
        private final InMemoryRegisterImportStore imports = new InMemoryRegisterImportStore();
        private final ImportRegister importing =
                new ImportRegister(providers, contracts, imports, CLOCK, Duration.ofMinutes(1));

        Result take(Kind kind, String file, boolean goodRows) {
            return importing.take(
                    new Command(kind, goodRows, "admin"), file.getBytes(StandardCharsets.UTF_8), Visible.everyone());
        }

        Result take(Kind kind, byte[] file) {
            return importing.take(new Command(kind, false, "admin"), file, Visible.everyone());
        }

        /** Somebody else comes first with the next changes of that provider. */
        void overtaken(int times, String ukprn) {
            races = times;
            raced = ukprn;
        }

        int announced() {
            return providers.announced().size() + contracts.announced().size();
        }

        Provider provider(String ukprn) {
            return providers.find(new Ukprn(ukprn), Visible.everyone()).orElseThrow();
        }

        List<Provider> allProviders() {
            return providers.list(
                    new ProviderStore.Query(Optional.empty(), Optional.empty(), Optional.empty(), 99),
                    Visible.everyone());
        }

        List<Contract> allContracts() {
            return contracts.list(ContractStore.Query.all(), Visible.everyone());
        }

        String exportedProviders() {
            return text(Downloads.of(ProviderFile.table(allProviders(), List.of("Filter: none")), "x", "csv")
                    .getBody());
        }

        String exportedContracts() {
            return text(Downloads.of(ContractFile.table(allContracts(), List.of("Filter: none")), "x", "csv")
                    .getBody());
        }

        private static String text(byte[] file) {
            return new String(file, StandardCharsets.UTF_8);
        }
    }
}
