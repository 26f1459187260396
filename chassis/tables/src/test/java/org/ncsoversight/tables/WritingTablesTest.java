package org.ncsoversight.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTablesTest {

    static Stream<Arguments> textsAndFormats() {
        return Stream.of(
                        "=1+1",
                        "+44 20 7946 0000",
                        "-1+1",
                        "-5",
                        "-5.50",
                        "'-5",
                        "@SUM(A1)",
                        "＝1+1",
                        "＋1",
                        "－1",
                        "＠a",
                        " =1",
                        "\n=1",
                        "\u00A0=1",
                        "\u200B=1",
                        "\t1",
                        "'=1",
                        "''=1",
                        "' =1",
                        "'quoted'",
                        "a=b",
                        "two\nlines",
                        "a,b;c\td",
                        "say \"it\"",
                        "_x000D_",
                        "# no note",
                        "Zoë’s £5",
                        "  blanks  ")
                .flatMap(text -> Arrays.stream(TableFormat.values()).map(format -> Arguments.of(text, format)));
    }

    @ParameterizedTest
    @MethodSource("textsAndFormats")
    void what_leaves_comes_back_as_it_was(String text, TableFormat format) throws IOException {
        byte[] file = write(format, List.of("name", "held_on", "as_it_is"), Arrays.asList("n", null, text));

        assertThat(Tables.of(file).only().text("as_it_is")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1", "+1-1", "-1+1", "@A1", "＝1", "＋1", "－1", "＠A1", " =1", "\n=1", "\r\n+1-1", "\u3000@A1"})
    void no_cell_of_a_csv_file_begins_like_a_formula(String text) throws IOException {
        String file = new String(write(TableFormat.CSV, List.of("name", text), Arrays.asList(text, "x")), UTF_8);

        assertThat(file).contains("'" + text).doesNotContain("," + text).doesNotContain("\"" + text);
    }

    @ParameterizedTest
    @EnumSource
    void what_it_is_stands_above_and_the_table_is_read_all_the_same(TableFormat format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = TableWriter.open(format, bytes, "A title / that is longer than the name of a sheet")) {
            writer.note("Filter: name\nis Zoë");
            writer.above(List.of("Exported at", "today"));
            writer.headings(List.of("name", "held_on", "code"));
            writer.row(List.of("Zoë", LocalDate.of(2026, 10, 1), 701));
        }

        var table = Tables.of(bytes.toByteArray());

        assertThat(table.only().cells())
                .containsOnly(
                        java.util.Map.entry("name", "Zoë"),
                        java.util.Map.entry("held_on", "2026-10-01"),
                        java.util.Map.entry("code", "701"));
        assertThat(table.as().headingsInRow()).isEqualTo(3);
    }

    @Test
    void numbers_days_and_moments_stay_what_they_are() throws IOException {
        var cells = new ArrayList<Object>(
                List.of(new BigDecimal("1E+2"), -5, LocalDate.of(2026, 10, 1), Instant.parse("2026-10-01T09:00:00Z")));

        assertThat(new String(write(TableFormat.CSV, List.of("a"), cells), UTF_8))
                .isEqualTo("a\r\n100,-5,2026-10-01,2026-10-01T09:00:00Z\r\n");
    }

    @Test
    void bad_rows_leave_as_a_file() {
        assertThat(BadRow.csv(List.of(new BadRow(2, "weight", "missing", "Enter a value"))))
                .isEqualTo("row,column,code,message\r\n2,weight,missing,Enter a value\r\n");
    }

    @Test
    void how_a_table_was_read_is_kept_and_may_be_missing() {
        var as = new ReadAs("CSV", "semicolon", "Windows-1252", "", 2, List.of("colour"), List.of("Look"));

        assertThat(ReadAs.of(as.fields())).isEqualTo(as);
        assertThat(ReadAs.of(null)).isEqualTo(ReadAs.UNKNOWN);
        assertThat(ReadAs.UNKNOWN.sentence()).isEmpty();
        assertThat(as.sentence())
                .isEqualTo("CSV with a semicolon between columns, in Windows-1252, with the headings in row 2");
    }

    private static byte[] write(TableFormat format, List<String> headings, List<?> row) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = TableWriter.open(format, bytes, "Rows")) {
            writer.headings(headings);
            writer.row(row);
        }
        return bytes.toByteArray();
    }
}
