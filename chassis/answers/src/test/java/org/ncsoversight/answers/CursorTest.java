package org.ncsoversight.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Pattern UKPRN = Pattern.compile("[0-9]{8}");

    @Test
    void a_cursor_leads_back_to_where_the_list_ended() {
        assertThat(Cursor.read(Cursor.write("99000001"), UKPRN)).contains("99000001");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void without_one_a_list_starts_at_its_start(String cursor) {
        assertThat(Cursor.read(cursor, UKPRN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99000001", "!", "OTkwMDAwMDE5", "b2Rk"})
    void a_cursor_of_no_such_list_is_a_field_error(String cursor) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Cursor.read(cursor, UKPRN))
                .satisfies(problem -> assertThat(problem.getBody().getProperties())
                        .isEqualTo(Map.of(
                                "errors",
                                List.of(new FieldError("after", "after-not-a-cursor", "Not a cursor of this list")))));
    }
}
