package org.ncsoversight.evidence.registers.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.registers.model.Register.RowReading;

class RegistersTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    static Stream<Register> registers() {
        return Registers.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("registers")
    void keys_and_rules_speak_of_columns_there_are(Register register) {
        assertThat(register.key())
                .isNotEmpty()
                .allMatch(column -> register.column(column).required());
        assertThat(register.rules())
                .allSatisfy(rule -> assertThat(register.find(rule.column())).isPresent());
        assertThat(register.columns())
                .extracting(Column::code)
                .doesNotHaveDuplicates()
                .doesNotContain("row");
        assertThat(register.measures()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("registers")
    void an_empty_row_lacks_all_that_is_required_and_nothing_else(Register register) {
        var required = register.columns().stream()
                .filter(Column::required)
                .map(Column::code)
                .toList();

        assertThat(errors(register, Map.of())).extracting(FieldError::field).containsExactlyElementsOf(required);
        assertThat(errors(register, Map.of())).allMatch(error -> error.code().equals(error.field() + "-missing"));
    }

    @Test
    void only_the_names_of_advisers_may_name_a_person() {
        assertThat(Registers.ALL.stream()
                        .flatMap(register -> register.columns().stream())
                        .filter(Column::personal)
                        .map(Column::code))
                .containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "held, four, held-not-a-number",
        "held, 4.5, held-too-many-places",
        "held, 9, held-out-of-range",
        "held, -1, held-out-of-range",
        "towards, 4, towards-not-more",
        "inductedOn, 31/2/2026, inductedOn-not-a-date",
        "inductedOn, 2026-02-30, inductedOn-not-a-date",
        "inductedOn, 24/11/2026, inductedOn-in-the-future",
        "appraisedOn, soon, appraisedOn-not-a-date",
        "leftOn, 1/1/1066, leftOn-not-a-date"
    })
    void what_is_wrong_with_a_cell_is_said_with_a_stable_code(String column, String typed, String code) {
        assertThat(errors(Registers.ADVISERS, adviser(column, typed)))
                .extracting(FieldError::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "held, 4 , 4",
        "held, 4.0, 4",
        "inductedOn, 3/4/2026, 2026-04-03",
        "inductedOn, 2026-4-3, 2026-04-03",
        "inductedOn, 23/11/2026, 2026-11-23",
        "leftOn, 24/11/2026, 2026-11-24",
        "role, '  Adviser\nin  Hull ', 'Adviser in  Hull'"
    })
    void a_cell_is_kept_in_one_form_only(String column, String typed, String kept) {
        assertThat(good(Registers.ADVISERS, adviser(column, typed)).text(column))
                .isEqualTo(kept);
    }

    @Test
    void figures_are_read_as_people_write_them() {
        assertThat(good(Registers.AIMS, aim("target", "60%")).text("target")).isEqualTo("60");
        assertThat(good(Registers.AIMS, aim("target", "1,250.50")).text("target"))
                .isEqualTo("1250.5");
        assertThat(good(Registers.AIMS, aim("better", "HIGHER")).text("better")).isEqualTo("higher");
        assertThat(errors(Registers.AIMS, aim("unit", "bananas")))
                .extracting(FieldError::code)
                .containsExactly("unit-unknown");
    }

    @Test
    void a_period_does_not_end_before_it_starts_and_a_result_has_its_day() {
        assertThat(errors(Registers.AIMS, aim("to", "2026-03-31")))
                .extracting(FieldError::code)
                .containsExactly("to-too-early");
        assertThat(good(Registers.AIMS, aim("to", "2026-04-01")).text("to")).isEqualTo("2026-04-01");
        assertThat(errors(Registers.AIMS, aim("result", "61")))
                .extracting(FieldError::code)
                .containsExactly("resultOn-missing");
    }

    @Test
    void advisers_are_counted_while_they_are_here() {
        var rows = List.of(
                good(Registers.ADVISERS, adviser("held", "6")),
                good(Registers.ADVISERS, adviser("held", "4")),
                good(Registers.ADVISERS, adviser("held", "3")),
                good(Registers.ADVISERS, adviser("leftOn", "2026-11-22")),
                good(Registers.ADVISERS, adviser("leftOn", "2026-11-23")));

        assertThat(Registers.ADVISERS.counts(rows, TODAY))
                .containsExactly(
                        new Count("advisers-level-4", 3, 4),
                        new Count("advisers-level-6", 1, 4),
                        new Count("advisers-inducted", 0, 4),
                        new Count("advisers-appraised", 0, 4));
    }

    @Test
    void an_appraisal_is_overdue_the_day_after_twelve_months() {
        var row = List.of(good(Registers.ADVISERS, adviser("appraisedOn", "2026-02-28")));
        var appraised = Registers.ADVISERS.measure("advisers-appraised").orElseThrow();

        assertThat(appraised.count(row, LocalDate.parse("2027-02-28")).numerator())
                .isEqualTo(1);
        assertThat(appraised.count(row, LocalDate.parse("2027-03-01")).numerator())
                .isZero();
    }

    @Test
    void a_resource_is_overdue_the_day_after_its_interval() {
        var row = List.of(good(
                Registers.RESOURCES,
                Map.of(
                        "title",
                        "LMI",
                        "where",
                        "Shelf",
                        "owner",
                        "Manager",
                        "interval",
                        "6",
                        "reviewedOn",
                        "2026-05-23")));

        assertThat(Registers.RESOURCES.counts(row, TODAY)).containsExactly(new Count("resources-reviewed", 1, 1));
        assertThat(Registers.RESOURCES.counts(row, TODAY.plusDays(1)))
                .containsExactly(new Count("resources-reviewed", 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"higher, 60, 60, 1", "higher, 60, 59.99, 0", "lower, 5, 5, 1", "lower, 5, 5.01, 0"})
    void a_target_is_met_exactly_at_the_target(String better, String target, String result, long met) {
        var typed = new HashMap<>(aim("better", better));
        typed.putAll(Map.of("target", target, "result", result, "resultOn", "2026-10-01"));
        var row = List.of(good(Registers.AIMS, typed));

        assertThat(Registers.AIMS.counts(row, TODAY)).containsExactly(new Count("aims-on-target", met, 1));
    }

    @Test
    void an_aim_that_does_not_run_or_has_no_result_is_not_judged() {
        var typed = new HashMap<>(aim("result", "10"));
        typed.put("resultOn", "2026-10-01");
        var measured = good(Registers.AIMS, typed);
        var unmeasured = good(Registers.AIMS, aim("strategy", "Plan"));

        assertThat(Registers.AIMS.counts(List.of(measured, unmeasured), LocalDate.parse("2027-03-31")))
                .containsExactly(new Count("aims-on-target", 0, 1));
        assertThat(Registers.AIMS.counts(List.of(measured), LocalDate.parse("2027-04-01")))
                .containsExactly(new Count("aims-on-target", 0, 0));
        assertThat(Registers.AIMS.counts(List.of(measured), LocalDate.parse("2026-03-31")))
                .containsExactly(new Count("aims-on-target", 0, 0));
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_kept_reads_as_itself(int seed) {
        var random = new Random(seed);
        for (Register register : Registers.ALL) {
            if (register.read(RandomRows.typed(register, random), TODAY) instanceof RowReading.Good(var cells)) {
                assertThat(good(register, cells.values())).isEqualTo(cells);
            }
        }
    }

    private static Map<String, String> adviser(String column, String typed) {
        var cells = new LinkedHashMap<>(Map.of("reference", "A1", "role", "Adviser", "held", "4"));
        cells.put(column, typed);
        return cells;
    }

    private static Map<String, String> aim(String column, String typed) {
        var cells = new LinkedHashMap<>(Map.of(
                "aim",
                "More in work",
                "measure",
                "In work",
                "unit",
                "percent",
                "better",
                "higher",
                "target",
                "60",
                "from",
                "2026-04-01",
                "to",
                "2027-03-31"));
        cells.put(column, typed);
        return cells;
    }

    private static Cells good(Register register, Map<String, String> typed) {
        return ((RowReading.Good) register.read(typed, TODAY)).cells();
    }

    private static List<FieldError> errors(Register register, Map<String, String> typed) {
        return register.read(typed, TODAY) instanceof RowReading.Bad(var errors) ? errors : List.of();
    }
}
