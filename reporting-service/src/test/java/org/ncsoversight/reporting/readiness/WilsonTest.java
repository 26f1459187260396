package org.ncsoversight.reporting.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values as published with PHEindicatormethods 2.1.0 (testdata_B_W, testdata_Proportion), and edge cases. */
class WilsonTest {

    @ParameterizedTest
    @CsvSource({
        "65, 100, 0.55254443296887967, 0.73635751756902468",
        "1045, 5000, 0.19795549880013297, 0.22049130373189027",
        "0.445, 1, 0.043817447720588223, 0.93346212769791559",
        "1, 100, 0.0017674320641406511, 0.054486196178705294",
        "9856, 12345, 0.79121017529090687, 0.80536400736149094",
        "7776456, 7564336677, 0.0010273201001641094, 0.0010287644578977231",
        "0, 10, 0, 0.27753279986288915",
        "10, 10, 0.7224672001371109, 1",
        "0, 1, 0, 0.7934506856227626",
        "1, 1, 0.2065493143772375, 1",
        "3, 7, 0.15821985525146975, 0.7495416354723428"
    })
    void equals_the_published_interval(double x, double n, double lower, double upper) {
        assertThat(Wilson.of(x, n).lower()).isCloseTo(lower, within(1e-12));
        assertThat(Wilson.of(x, n).upper()).isCloseTo(upper, within(1e-12));
    }

    @Test
    void refuses_what_is_not_a_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(-1, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(11, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Wilson.of(0, 0));
    }
}
