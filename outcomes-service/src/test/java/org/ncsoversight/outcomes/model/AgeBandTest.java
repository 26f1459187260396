package org.ncsoversight.outcomes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "2007-10-15,under-19",
        "2007-10-14,19-24",
        "2001-10-15,19-24",
        "2001-10-14,25-49",
        "1976-10-15,25-49",
        "1976-10-14,50-plus",
    })
    void the_band_is_that_of_the_day(LocalDate born, String band) {
        assertThat(AgeBand.on(LocalDate.parse("2026-10-14"), born).code()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31,2526", "2026-04-01,2627", "2027-03-31,2627", "2000-03-31,9900"})
    void a_collection_year_runs_from_april_to_march(LocalDate day, String year) {
        assertThat(CollectionYear.of(day).value()).isEqualTo(year);
    }
}
