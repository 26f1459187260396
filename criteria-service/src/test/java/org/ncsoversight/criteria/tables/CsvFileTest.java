package org.ncsoversight.criteria.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.tables.CsvFile.Reading;

class CsvFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Northmoor",
                "=1+1",
                "+44",
                "-5",
                "@SUM(A1)",
                "'=1+1",
                "''=1",
                "'quoted'",
                "a,b",
                "say \"x\"",
                "ＡＢＣ",
                "＝1",
                "Ynys Môn",
                "",
                "#1",
                "two\nlines"
            })
    void every_text_survives_the_way_out_and_in(String text) {
        byte[] file = CsvFile.write(
                new Table("T", List.of("Filter: a, b"), List.of("one", "two"), List.of(List.of(text, "x"))));

        assertThat(rows(file))
                .singleElement()
                .satisfies(row -> assertThat(row.text("one")).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-5", "@SUM(A1)", "\tx", "＝1"})
    void nothing_that_looks_like_a_formula_begins_a_cell(String text) {
        String file = new String(
                CsvFile.write(new Table("T", List.of(), List.of("one"), List.of(List.of(text)))),
                StandardCharsets.UTF_8);

        assertThat(file.split("\r\n", -1)[1].replace("\"", "")).startsWith("'");
    }

    @Test
    void a_byte_order_mark_is_read_over_and_never_written() {
        byte[] file = "\uFEFFone,two\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(rows(file))
                .singleElement()
                .satisfies(row -> assertThat(row.text("one")).isEqualTo("1"));
        assertThat(CsvFile.write(new Table("T", List.of(), List.of("one"), List.of()))[0])
                .isEqualTo((byte) 'o');
    }

    @Test
    void rows_are_counted_as_a_spreadsheet_counts_them_with_the_filter_above() {
        byte[] file = "\"# Filter: a, b\"\r\n# day\r\n\r\none\r\n1\r\n\r\n2\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(rows(file)).extracting(CsvFile.Row::number).containsExactly(5, 7);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01,2026-04-01",
        "1/4/2026,2026-04-01",
        "01/04/2026,2026-04-01",
        "31/12/2026,2026-12-31",
        "1/4/26,1/4/26",
        "4/2026,4/2026"
    })
    void a_date_as_a_spreadsheet_of_this_country_saves_it_is_read(String typed, String read) {
        assertThat(rows(("one\n" + typed + "\n").getBytes(StandardCharsets.UTF_8)))
                .singleElement()
                .satisfies(row -> assertThat(row.date("one")).isEqualTo(read));
    }

    @ParameterizedTest
    @CsvSource({"'',empty", "'one,one\n1,2',column-twice", "'one\n\"x',not-csv"})
    void a_file_that_cannot_be_used_says_why(String text, String code) {
        assertThat(CsvFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.code()).isEqualTo(code));
    }

    @Test
    void what_is_not_utf_8_or_too_long_is_refused() {
        byte[] latin = "n\u00e4me\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] most = ("one\n" + "1\n".repeat(CsvFile.MAX_ROWS)).getBytes(StandardCharsets.UTF_8);
        byte[] more = ("one\n" + "1\n".repeat(CsvFile.MAX_ROWS + 1)).getBytes(StandardCharsets.UTF_8);

        assertThat(CsvFile.read(latin)).isEqualTo(new Reading.Unreadable("not-utf-8", "The file must be CSV in UTF-8"));
        assertThat(rows(most)).hasSize(CsvFile.MAX_ROWS);
        assertThat(CsvFile.read(more)).isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void a_spreadsheet_holds_the_filter_and_every_text_as_text() throws IOException {
        byte[] file = Spreadsheet.write(new Table(
                "A title", List.of("Filter: none"), List.of("one"), List.of(List.of("=1+1"), List.of("0101"))));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0)).toList())
                    .containsExactly("Filter: none", "one", "=1+1", "0101");
        }
    }

    private static List<CsvFile.Row> rows(byte[] file) {
        return ((Reading.Rows) CsvFile.read(file)).rows();
    }
}
