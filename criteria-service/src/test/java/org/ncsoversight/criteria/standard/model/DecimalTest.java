package org.ncsoversight.criteria.standard.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

    @ParameterizedTest
    @CsvSource({"0.85,0.85", "1,1", ".5,0.5", "1.,1", "-0.2,-0.2", "8.5E-1,0.85"})
    void a_number_as_people_and_spreadsheets_write_it_is_read(String text, double number) {
        assertThat(Decimal.parse(text)).hasValue(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0.5f", "0x1p0", "NaN", "Infinity", "", ".", "1,5", " 1", "0.0000000000000000001"})
    void what_only_programs_write_is_no_number(String text) {
        assertThat(Decimal.parse(text)).isEmpty();
    }
}
