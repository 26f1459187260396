package org.ncsoversight.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StrictBodiesTest {

    record Finding(String code, List<String> words) {}

    record Report(
            String title,
            Integer number,
            List<Finding> findings,
            Map<String, String> notes,
            @JsonSetter(contentNulls = Nulls.SET) Map<String, Object> cells) {}

    private final JsonMapper strict = StrictBodies.strict(JsonMapper.builder().build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":1}                                      | colour               | field-unknown",
                "{\"findings\":[{\"code\":\"a\"},{\"size\":1}]}      | findings[1].size     | field-unknown",
                "{\"findings\":[null]}                               | findings[0]          | null-not-allowed",
                "{\"findings\":[{\"words\":[\"a\",null]}]}           | findings[0].words[1] | null-not-allowed",
                "{\"notes\":{\"a\":null}}                            | notes.a              | null-not-allowed",
                "{\"title\":\"half \\ud83d pair\"}                   | title                | text-not-whole",
                "{\"title\":\"\\ude00\\ud83d\"}                      | title                | text-not-whole",
                "{\"findings\":[{\"words\":[\"a\",\"\\udc00\"]}]}     | findings[0].words[1] | text-not-whole",
                "{\"notes\":{\"a\":\"\\ud83d\"}}                      | notes.a              | text-not-whole",
                "{\"cells\":{\"a\":\"\\ud83d\"}}                      | cells.a              | text-not-whole"
            })
    void a_field_is_refused_by_its_path(String json, String path, String code) {
        Throwable reason = catchThrowable(() -> strict.readValue(json, Report.class));

        assertThat(WrongField.in(new IllegalStateException(reason)))
                .hasValueSatisfying(wrong -> assertThat(wrong)
                        .extracting(WrongField::field, WrongField::code)
                        .containsExactly(path, code));
    }

    @Test
    void whole_characters_are_read_and_text_that_shows_nothing_is_none() {
        Report read = strict.readValue(
                "{\"title\":\"\\u200b\\u00a0\",\"notes\":{\"a\":\" \\ud83d\\ude00 \",\"b\":\"\\ufeff\"}}",
                Report.class);

        assertThat(read.title()).isEmpty();
        assertThat(read.notes()).containsEntry("a", " 😀 ").containsEntry("b", "");
    }

    @Test
    void what_may_be_absent_may_be_null_and_where_it_is_said_also_inside() {
        Report read = strict.readValue("{\"title\":null,\"findings\":null,\"cells\":{\"a\":null}}", Report.class);

        assertThat(read.findings()).isNull();
        assertThat(read.cells()).containsEntry("a", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1E999999999", "1E-999999999", "1e2147483648"})
    void a_number_of_a_billion_digits_is_read_or_refused_and_never_spelt_out(String number) {
        for (String json : List.of("{\"number\":" + number + "}", "{\"cells\":{\"a\":" + number + "}}")) {
            assertThat(String.valueOf(catchThrowable(() -> strict.readValue(json, Report.class))))
                    .hasSizeLessThan(2_000);
        }
    }

    @Test
    void another_fault_is_none_of_ours() {
        assertThat(WrongField.in(catchThrowable(() -> strict.readValue("[1", Report.class))))
                .isEmpty();
        assertThat(WrongField.in(null)).isEmpty();
    }
}
