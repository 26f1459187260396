package org.ncsoversight.tables;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCsvTest {

    private static final String ZOE = "name,held_on\r\nZoë,2026-10-01\r\n";

    @ParameterizedTest
    @CsvSource({"',',comma", ";,semicolon", "'\t',tab"})
    void finds_out_what_stands_between_columns_and_says_it(String delimiter, String title) {
        var table = Tables.of("name,held_on,code\r\n\"Zoë, or \"\"Z\"\"\",1/10/2026,7\r\n"
                .replace(",held", delimiter + "held")
                .replace(",code", delimiter + "code")
                .replace("\",1", "\"" + delimiter + "1")
                .replace(",7", delimiter + "7"));

        assertThat(table.only().text("name")).isEqualTo("Zoë, or \"Z\"");
        assertThat(table.only().text("held_on")).isEqualTo("2026-10-01");
        assertThat(table.as().delimiter()).isEqualTo(title);
        assertThat(table.as().format()).isEqualTo("CSV");
        assertThat(table.as().warnings()).isEmpty();
    }

    @Test
    void believes_a_first_line_that_says_the_delimiter() {
        var table = Tables.of("sep=;\r\nname;held_on\r\na,b;2026-10-01\r\n");

        assertThat(table.only().text("name")).isEqualTo("a,b");
        assertThat(table.only().number()).isEqualTo(3);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(ZOE.getBytes(UTF_8), "UTF-8", 0),
                Arguments.of(("\uFEFF" + ZOE).getBytes(UTF_8), "UTF-8", 0),
                Arguments.of(ZOE.getBytes(Charset.forName("windows-1252")), "Windows-1252", 1),
                Arguments.of(("\uFEFF" + ZOE.replace(',', '\t')).getBytes(UTF_16LE), "UTF-16", 0),
                Arguments.of(("\uFEFF" + ZOE).getBytes(UTF_16BE), "UTF-16", 0));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void finds_out_the_encoding_and_says_it(byte[] file, String encoding, int warnings) {
        var table = Tables.of(file);

        assertThat(table.only().text("name")).isEqualTo("Zoë");
        assertThat(table.as().encoding()).isEqualTo(encoding);
        assertThat(table.as().warnings()).hasSize(warnings);
    }

    @Test
    void finds_a_letter_of_windows_also_far_down_and_one_of_utf_8_across_buffers() {
        var shape = new TableShape(java.util.List.of(TableColumn.text("name").asNeeded()));
        for (Charset charset : java.util.List.of(UTF_8, Charset.forName("windows-1252"))) {
            for (int blanks = 65_520; blanks < 65_540; blanks++) {
                byte[] file = ("name\n" + " ".repeat(blanks) + "é\n").getBytes(charset);
                var read = new java.util.ArrayList<TableRow>();
                assertThat(readAll(file, shape, read)).isInstanceOf(TableReading.Read.class);
                assertThat(read)
                        .singleElement()
                        .satisfies(row -> assertThat(row.text("name")).isEqualTo("é"));
            }
        }
    }

    private static TableReading readAll(byte[] file, TableShape shape, java.util.List<TableRow> rows) {
        try {
            return TableReader.read(TableSource.of(file), shape, Tables.LIMITS, rows::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,held_on",
                " Name ,HELD_ON",
                "name\u00A0,held\u00A0on",
                "\u00A0name,Held  On",
                "n\u200Bame,date held",
                "Name,\u2007Date\u00A0Held\u3000",
            })
    void knows_a_heading_however_it_is_spaced(String headings) {
        assertThat(Tables.of(headings + "\nZoë,2026-10-01\n").only().text("held_on"))
                .isEqualTo("2026-10-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n",
                ",,\n , \u00A0,\n",
                "# Providers\n# Filter: none\n",
                "\"# Filter: a, b\"\n",
                "Evidence,\nExported at,2026-11-30\nFilter,none\n\n",
            })
    void passes_over_what_stands_above_the_headings(String above) {
        var table = Tables.of(above + "name,held_on\nZoë,2026-10-01\n");

        int rows = (int) above.lines().count();
        assertThat(table.only().number()).isEqualTo(rows + 2);
        assertThat(table.as().headingsInRow()).isEqualTo(rows + 1);
    }

    @Test
    void passes_over_rows_that_hold_only_commas_and_blanks() {
        var table = Tables.of("name,held_on\nZoë,2026-10-01\n,,,\n  ,\u00A0\n\n;\n".replace(";", ","));

        assertThat(table.only().number()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01,2026-10-01",
        "2026-1-2,2026-01-02",
        "01/10/2026,2026-10-01",
        "1/10/2026,2026-10-01",
        "' 1/10/2026\u00A0',2026-10-01",
        "2026-10-01 00:00:00,2026-10-01",
        "31/02/2026,31/02/2026",
        "10/31/2026,10/31/2026",
        "tomorrow,tomorrow",
    })
    void reads_a_day_however_it_is_written_and_leaves_the_rest(String written, String read) {
        assertThat(Tables.of("name,held_on\nZoë," + written + "\n").only().text("held_on"))
                .isEqualTo(read);
    }

    @Test
    void pads_no_code_but_takes_the_point_away_and_says_so_once() {
        var table = Tables.of("name,held_on,code\na,,701.0\nb,,702.00\nc,,703\nd,,7.5\n");

        assertThat(table.rows()).extracting(row -> row.text("code")).containsExactly("701", "702", "703", "7.5");
        assertThat(table.as().warnings())
                .containsExactly("Row 2: code 701.0 was read as 701, and the like in 1 more rows");
    }

    @Test
    void reports_headings_that_mean_nothing_and_values_without_a_heading() {
        var table = Tables.of("name,colour,held_on,,Colour,colour\nZoë,red,2026-10-01,stray,,\n");

        assertThat(table.as().ignoredColumns()).containsExactly("colour", "Colour");
        assertThat(table.as().warnings()).containsExactly("Row 2: column 4 has no heading and was not read");
        assertThat(table.as().remarks().getFirst()).contains("colour");
    }

    @ParameterizedTest
    @CsvSource({
        "'name,code',missing-columns",
        "'a,b',missing-columns",
        "'name,held_on,Name',duplicate-columns",
        "'name,held_on,date held',duplicate-columns",
        "'',empty-file",
        "' , ,',empty-file",
        "'# only a note',empty-file",
        "'name,held_on\n\"a\"b,c',not-csv",
        "'name,held_on\n\"a,b',not-csv",
    })
    void refuses_what_is_no_table_of_this_kind(String file, String code) {
        assertThat(Tables.of(file).refusal().code()).isEqualTo(code);
    }

    @Test
    void names_the_headings_that_are_missing_and_the_row_they_were_looked_for_in() {
        assertThat(Tables.of("\nname;code\nx;1\n").refusal().sentence())
                .isEqualTo("The table does not have the headings held_on (row 2)");
    }

    @ParameterizedTest
    @CsvSource({"'a,b,c',true,false", "'a,b,,',false,false", "a,false,true", "'a,b',false,false"})
    void tells_a_row_that_has_more_or_fewer_cells(String row, boolean tooLong, boolean tooShort) {
        var only = Tables.of("name,held_on\n" + row + "\n").only();

        assertThat(only.tooLong()).isEqualTo(tooLong);
        assertThat(only.tooShort()).isEqualTo(tooShort);
    }

    @Test
    void takes_as_many_rows_as_the_limit_and_no_more() {
        String five = "name,held_on\n" + "a,b\n".repeat(5);

        assertThat(Tables.of(five + ",\n").rows()).hasSize(5);
        assertThat(Tables.of(five + "a,b\n").refusal().code()).isEqualTo("too-many-rows");
    }

    @Test
    void refuses_a_row_without_end() {
        assertThat(Tables.of("name,held_on\n\"" + "x".repeat(3 << 20)).refusal().code())
                .isEqualTo("row-too-long");
        assertThat(Tables.of("name,held_on\n" + "x,".repeat(11)).refusal().code())
                .isEqualTo("columns-too-many");
    }

    @Test
    void refuses_what_is_no_text() {
        assertThat(Tables.of(new byte[] {'a', 0, 1, 2}).refusal().code()).isEqualTo("not-a-table");
        assertThat(Tables.of(new byte[] {'a', (byte) 0x81, 'b'}).refusal().code())
                .isEqualTo("not-a-table");
        assertThat(Tables.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0})
                        .refusal()
                        .message())
                .contains("save it as an Excel workbook (.xlsx)");
    }

    @Test
    void keeps_text_as_it_is_only_where_that_is_wanted() {
        var row = Tables.of("name,held_on,as_it_is\n\"  a \r\nb \",,\"  a \r\nb \"\n")
                .only();

        assertThat(row.text("name")).isEqualTo("a \nb");
        assertThat(row.text("as_it_is")).isEqualTo("  a \nb ");
    }

    @Test
    void a_stream_is_read_from_disk_and_leaves_nothing_behind() throws IOException {
        byte[] file = ZOE.getBytes(UTF_8);
        var rows = new java.util.ArrayList<TableRow>();
        try (var table = SpooledTable.of(new ByteArrayInputStream(file), file.length)) {
            assertThat(table.sha256()).hasSize(64);
            assertThat(table.read(Tables.SHAPE, Tables.LIMITS, rows::add)).isInstanceOf(TableReading.Read.class);
        }
        try (var table = SpooledTable.of(new ByteArrayInputStream(file), file.length - 1)) {
            assertThat(table.read(Tables.SHAPE, Tables.LIMITS, rows::add))
                    .isEqualTo(new TableReading.Refused(org.ncsoversight.tables.workbook.Refusal.ofFile(
                            "file-too-large", "The file is too large")));
        }
        assertThat(rows).hasSize(1);
    }

    @Test
    void many_rows_go_by_in_little_memory(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("table");
        String line = "Zoë,1/10/2026,7," + "x".repeat(4_000) + "\n";
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,held_on,code,as_it_is\n");
            for (int i = 0; i < 50_000; i++) {
                out.write(line);
            }
        }
        int[] rows = {0};

        // Runs with 128 MiB, and the file is larger.
        assertThat(TableReader.read(TableSource.of(file), Tables.SHAPE, TableLimits.of(50_000, 10), row -> rows[0]++))
                .isInstanceOf(TableReading.Read.class);

        assertThat(rows[0]).isEqualTo(50_000);
    }
}
