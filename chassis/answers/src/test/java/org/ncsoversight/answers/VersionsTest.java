package org.ncsoversight.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class VersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "7", " \"7\" ", "\"7-0a1b\"", "W/\"7-0a1b\""})
    void a_version_counts_however_its_tag_is_written(String tag) {
        assertThat(Versions.expected(tag)).hasValue(7);
    }

    @Test
    void a_tag_of_ours_is_read_back() {
        assertThat(Versions.tag(12)).isEqualTo("\"12\"");
        assertThat(Versions.expected(Versions.tag(12))).hasValue(12);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * "})
    void without_one_any_version_will_do(String tag) {
        assertThat(Versions.expected(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"x\"", "\"7\", \"8\"", "\"99999999999999999999\"", "\"-1\"", "w/\"7\""})
    void a_tag_that_is_not_ours_matches_nothing(String tag) {
        assertThat(Versions.expected(tag)).hasValue(-1);
    }

    @Test
    void where_a_version_has_to_be_stated_its_absence_is_refused() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Versions.stated(null))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
                    assertThat(problem.code()).isEqualTo("if-match-missing");
                });
        assertThat(Versions.stated("*")).isEmpty();
        assertThat(Versions.stated("\"7\"")).hasValue(7);
    }

    @Test
    void a_stated_version_that_is_stale_is_412_and_a_lost_race_409() {
        assertThat(Versions.statusWhenStale("\"7\"")).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(Versions.statusWhenStale(null)).isEqualTo(HttpStatus.CONFLICT);
    }
}
