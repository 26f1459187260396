package org.ncsoversight.criteria.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFieldsTest {

    @ParameterizedTest
    @CsvSource({"1,2,2025,2025-02-01", "01,12,2025,2025-12-01", "31,2,2025,2025-02-31", "'','','',''"})
    void what_has_the_form_of_a_date_becomes_one(String day, String month, String year, String text) {
        assertThat(new DateFields(day, month, year).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1,2,25", "1,February,2025", "'',2,2025", "1,2,''"})
    void what_has_not_is_kept_as_typed_and_is_no_date(String day, String month, String year) {
        assertThat(new DateFields(day, month, year).text()).isNotEmpty().doesNotMatch("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void the_fields_are_found_by_name() {
        var form = Map.of("from-day", " 3 ", "from-month", "10", "from-year", "2024", "to-day", "4");

        assertThat(DateFields.in(form, "from")).isEqualTo(new DateFields("3", "10", "2024"));
        assertThat(DateFields.in(form, "to")).isEqualTo(new DateFields("4", "", ""));
    }

    @Test
    void dates_are_shown_as_people_say_them() {
        assertThat(UkDate.of(LocalDate.of(2026, 3, 3))).isEqualTo("3 March 2026");
    }
}
