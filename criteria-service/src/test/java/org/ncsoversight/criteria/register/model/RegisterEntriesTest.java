package org.ncsoversight.criteria.register.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Profile.Figure;
import org.ncsoversight.criteria.register.model.ProviderEntry.TypedSuccession;

class RegisterEntriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final Register register = new Register();

    /** A range checked with "below and above" would let all of these pass; so would a check of the length alone. */
    @ParameterizedTest
    @ValueSource(strings = {"09999999", "00000001", "9999999", "100000000", "0", "99999999x", "1e7", "+1000000"})
    void below_or_above_or_of_another_length_is_no_ukprn(String text) {
        assertThat(Ukprn.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Ukprn(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10000000", "10000001", "99999998", "99999999"})
    void the_edges_themselves_are_ukprns(String text) {
        assertThat(Ukprn.parse(text)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01,First", "2024-03-31,First", "2024-04-01,Second", "2026-06-30,Second", "2026-07-01,Third"})
    void the_past_is_told_in_the_names_of_its_day(LocalDate day, String name) {
        NameHistory names = NameHistory.of("First")
                .renamed("Third", LocalDate.of(2026, 7, 1))
                .renamed("Second", LocalDate.of(2024, 4, 1));

        assertThat(names.on(day)).isEqualTo(name);
        assertThat(names.current()).isEqualTo("Third");
    }

    @Test
    void a_spelling_corrected_is_no_renaming_and_a_renaming_on_the_same_day_replaces_the_earlier() {
        NameHistory names = NameHistory.of("Norhtmoor").corrected("Northmoor");

        assertThat(names).isEqualTo(NameHistory.of("Northmoor"));
        assertThat(names.renamed("A", TODAY).renamed("B", TODAY)).isEqualTo(names.renamed("B", TODAY));
        assertThat(names.renamed("Northmoor", TODAY)).isEqualTo(names);
    }

    @Test
    void a_merged_provider_stays_but_begins_no_contract_from_that_day_on() {
        register.add("99000001", Provider.Kind.PRIME);
        register.add("99000002", Provider.Kind.PRIME);
        register.merge("99000001", "99000002", "2026-10-01");

        assertThat(contract("99000001", "2026-10-01")).isEqualTo("prime merged");
        assertThat(contract("99000001", "2026-09-30")).isEmpty();
        assertThat(contract("99000002", "2026-10-01")).isEmpty();
    }

    @Test
    void nobody_is_merged_into_nothing_into_itself_or_round_in_circles() {
        register.add("99000001", Provider.Kind.PRIME);
        register.add("99000002", Provider.Kind.PRIME);
        register.add("99000003", Provider.Kind.PRIME);
        register.merge("99000001", "99000002", "2026-10-01");
        register.merge("99000002", "99000003", "2026-10-02");

        assertThat(merger("99000003", "99000001")).isEqualTo("by goes-in-circles");
        assertThat(merger("99000003", "99000003")).isEqualTo("by goes-in-circles");
        assertThat(merger("99000003", "99000009")).isEqualTo("by unknown-provider");
        assertThat(merger("99000003", "")).isEqualTo("by unknown-provider");
    }

    @Test
    void a_provider_with_a_contract_that_begins_later_is_not_merged_yet() {
        register.add("99000001", Provider.Kind.PRIME);
        register.add("99000002", Provider.Kind.PRIME);
        register.laterContract = true;

        assertThat(merger("99000001", "99000002")).isEqualTo("on has-later-contracts");
    }

    @Test
    void a_name_of_tomorrow_is_refused() {
        register.add("99000001", Provider.Kind.PRIME);

        assertThat(codes(
                        ProviderEntry.of("99000001", "N", "2026-11-24", "prime").check(register, TODAY)))
                .isEqualTo("nameFrom in-the-future");
    }

    @Test
    void a_whole_history_is_in_order_or_refused() {
        var wrong = new TypedNames(
                "name", "Name", "New", "2024-01-01", List.of(new TypedNames.Former("Old", "2025-01-01")));
        var right = new TypedNames("name", "Name", "New", "2024-01-01", List.of(new TypedNames.Former("Old", "")));

        assertThat(codes(new ProviderEntry("99000001", wrong, "prime", Optional.empty()).check(register, TODAY)))
                .isEqualTo("nameFrom not-in-order");
        assertThat(new ProviderEntry("99000001", right, "prime", Optional.empty()).check(register, TODAY))
                .isInstanceOfSatisfying(
                        ProviderEntry.Outcome.New.class,
                        created -> assertThat(created.provider().names().on(LocalDate.of(2023, 12, 31)))
                                .isEqualTo("Old"));
    }

    @Test
    void the_names_of_an_area_share_out_the_whole_period() {
        register.add("99000001", Provider.Kind.PRIME);
        Contract contract = fine(entry("2026-01-01", "North", "", Optional.empty()), Optional.empty());
        Contract renamed =
                fine(entry("2026-01-01", "North and coast", "2026-07-01", Optional.empty()), Optional.of(contract));

        assertThat(renamed.areaOn(LocalDate.of(2026, 6, 30))).isEqualTo("North");
        assertThat(renamed.areaNames())
                .extracting(
                        area -> area.period().from() + " " + area.period().to().orElseThrow())
                .containsExactly("2026-01-01 2026-06-30", "2026-07-01 2028-12-31");
        assertThat(codes(entry("2026-01-01", "Too early", "2026-01-01", Optional.empty())
                        .check(register, Optional.of(contract))))
                .isEqualTo("areaFrom outside-the-contract");
    }

    @ParameterizedTest
    @CsvSource({
        "1,12000,''",
        "1,0,''",
        "1,-1,customers_1 not-a-whole-number",
        "2,1.5,customers_2 not-a-whole-number",
        "3,7,''",
        "4,7,customers_4 no-such-year",
        "1,x,customers_1 not-a-whole-number",
        "4,'',''"
    })
    void a_profile_has_whole_numbers_for_years_the_contract_has(int year, String text, String wrong) {
        register.add("99000001", Provider.Kind.PRIME);
        var profile = Optional.of(Map.of(year, Map.of(Figure.CUSTOMERS, text)));

        assertThat(codes(entry("2026-01-01", "North", "", profile).check(register, Optional.empty())))
                .isEqualTo(wrong);
    }

    @Test
    void the_years_of_a_contract_count_from_its_first_day_and_the_last_may_be_short() {
        register.add("99000001", Provider.Kind.PRIME);
        Contract contract = fine(entry("2026-01-01", "North", "", Optional.empty()), Optional.empty());

        assertThat(Contract.yearsOf(contract.period())).isEqualTo(3);
        assertThat(contract.year(3).to()).contains(LocalDate.of(2028, 12, 31));
        var shorter = new Period(LocalDate.of(2026, 1, 1), Optional.of(LocalDate.of(2027, 1, 1)));
        assertThat(Contract.yearsOf(shorter)).isEqualTo(2);
    }

    private String merger(String ukprn, String by) {
        return codes(new ProviderEntry(
                        ukprn,
                        TypedNames.of("name", "Name", "P" + ukprn, ""),
                        "prime",
                        Optional.of(new TypedSuccession(by, "2026-11-01")))
                .check(register, TODAY));
    }

    private String contract(String prime, String from) {
        return codes(new ContractEntry(
                        "201", from, "", TypedNames.of("area", "Area", "A", ""), prime, List.of(), Optional.empty())
                .check(register, Optional.empty()));
    }

    private static ContractEntry entry(
            String from, String area, String areaFrom, Optional<Map<Integer, Map<Figure, String>>> profile) {
        return new ContractEntry(
                "201",
                from,
                "2028-12-31",
                TypedNames.of("area", "Area", area, areaFrom),
                "99000001",
                List.of(),
                profile.map(TreeMap::new));
    }

    private Contract fine(ContractEntry entry, Optional<Contract> kept) {
        return ((ContractEntry.Outcome.Fine) entry.check(register, kept)).contract();
    }

    private static String codes(Object outcome) {
        return switch (outcome) {
            case ProviderEntry.Outcome.Wrong(var problems) -> codes(problems);
            case ContractEntry.Outcome.Wrong(var problems) -> codes(problems);
            default -> "";
        };
    }

    private static String codes(List<FieldError> problems) {
        return String.join(
                ", ",
                problems.stream()
                        .map(problem -> problem.field() + " " + problem.code())
                        .toList());
    }

    private static final class Register implements RegisterView {

        private final Map<Ukprn, Provider> providers = new HashMap<>();
        private boolean laterContract;

        void add(String ukprn, Provider.Kind kind) {
            providers.put(new Ukprn(ukprn), Provider.registered(new Ukprn(ukprn), "P" + ukprn, kind));
        }

        void merge(String ukprn, String by, String on) {
            providers.compute(
                    new Ukprn(ukprn),
                    (_, kept) -> kept.merged(Optional.of(new Succession(new Ukprn(by), LocalDate.parse(on)))));
        }

        @Override
        public Optional<Provider> provider(Ukprn ukprn) {
            return Optional.ofNullable(providers.get(ukprn));
        }

        @Override
        public boolean holdsContracts(Ukprn ukprn) {
            return false;
        }

        @Override
        public boolean takesPartFrom(Ukprn ukprn, LocalDate day) {
            return laterContract;
        }
    }
}
