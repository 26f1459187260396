package org.ncsoversight.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAWorkbookTest {

    private static final XlsxLimits LIMITS = new XlsxLimits(3, 4, 1_000, 4L << 20);

    private final List<SheetRow> rows = new ArrayList<>();

    @Test
    void gives_what_a_spreadsheet_program_shows() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Rows");
            sheet.value(0, 0, "Title");
            sheet.value(2, 1, 0.1 + 0.2);
            sheet.value(2, 3, LocalDate.of(2026, 4, 1));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
        }

        assertThat(CheckedXlsx.read(bytes.toByteArray(), LIMITS, this::take)).isEmpty();

        assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3);
        assertThat(rows.getFirst().cells()).containsExactly(SheetCell.of("Title"));
        assertThat(rows.getLast().cell(1).text()).isEqualTo("0.3");
        assertThat(rows.getLast().cell(3).day()).contains(LocalDate.of(2026, 4, 1));
        assertThat(rows.getLast().cell(3).dated()).isTrue();
        assertThat(rows.getLast().cell(9)).isEqualTo(SheetCell.EMPTY);
    }

    @Test
    void stops_when_no_more_is_wanted() {
        var workbook = new RawWorkbook().rows(row(1) + row(2));

        assertThat(CheckedXlsx.read(workbook.bytes(), LIMITS, row -> !rows.add(row)))
                .isEmpty();

        assertThat(rows).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E999999999",
                "1E-999999999",
                "1e321",
                "1E+2147483648",
                "1E",
                "99999999999999999999999999999999999999999"
            })
    void refuses_a_number_that_would_fill_the_memory(String number) {
        assertThat(refusal(new RawWorkbook().cell("<c r=\"B2\"><v>" + number + "</v></c>")))
                .isEqualTo(new Refusal(
                        "number-out-of-range", 2, "B", "A cell holds a number that no spreadsheet program holds"));
    }

    @Test
    void takes_the_largest_number_there_is() {
        assertThat(CheckedXlsx.read(
                        new RawWorkbook()
                                .cell("<c r=\"B2\"><v>1.7976931348623157E308</v></c>")
                                .bytes(),
                        LIMITS,
                        this::take))
                .isEmpty();
        assertThat(rows.getLast().cell(1).text()).startsWith("179769313486232").hasSize(309);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZZZ2", "XFE2", "AAAA2", "2", ""})
    void refuses_a_column_that_does_not_exist(String reference) {
        assertThat(refusal(new RawWorkbook().cell("<c r=\"" + reference + "\"><v>1</v></c>")))
                .extracting(Refusal::code, Refusal::row)
                .containsExactly("column-out-of-range", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1048577", "-1", "99999999999", "x"})
    void refuses_a_row_that_does_not_exist(String number) {
        assertThat(refusal(new RawWorkbook().rows("<row r=\"" + number + "\"></row>"))
                        .code())
                .isEqualTo("row-out-of-range");
    }

    @Test
    void refuses_more_columns_than_the_table_has_and_says_where() {
        assertThat(CheckedXlsx.read(
                        new RawWorkbook().cell("<c r=\"D2\"><v>1</v></c>").bytes(), LIMITS, this::take))
                .isEmpty();
        assertThat(refusal(new RawWorkbook().cell("<c r=\"XFD2\"><v>1</v></c>")))
                .extracting(Refusal::code, Refusal::row, Refusal::column)
                .containsExactly("columns-too-many", 2, "XFD");
    }

    @Test
    void refuses_more_rows_than_the_table_may_have() {
        String three = row(1) + row(2) + row(3);

        assertThat(CheckedXlsx.read(new RawWorkbook().rows(three).bytes(), LIMITS, this::take))
                .isEmpty();
        assertThat(refusal(new RawWorkbook().rows(three + row(4))).code()).isEqualTo("too-many-rows");
    }

    @Test
    void refuses_a_text_used_more_often_than_there_is_room_for() {
        String text = "x".repeat(400);
        var workbook = new RawWorkbook()
                .strings("<si><t>" + text + "</t></si>")
                .cell(cell("A2", "s", "0") + cell("B2", "s", "0") + cell("C2", "s", "0"));

        assertThat(refusal(workbook).code()).isEqualTo("text-too-much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2147483646", "-1", "99999999999", "x"})
    void refuses_a_text_that_is_not_there(String index) {
        assertThat(refusal(new RawWorkbook().cell(cell("C2", "s", index))))
                .extracting(Refusal::code, Refusal::row, Refusal::column)
                .containsExactly("text-missing", 2, "C");
    }

    @Test
    void refuses_what_declares_a_document_type() {
        var workbook = new RawWorkbook()
                .part(
                        RawWorkbook.SHEET,
                        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><worksheet/>");

        assertThat(refusal(workbook).code()).isEqualTo("document-type");
    }

    @Test
    void refuses_what_unpacks_to_far_more_than_it_is() {
        String blanks = " ".repeat(1 << 10) + "<x/>";

        assertThat(refusal(new RawWorkbook().rows(blanks.repeat(3_000))).code()).isEqualTo("unpacks-to-too-much");
    }

    @Test
    void refuses_a_token_of_any_kind_that_never_ends() {
        String endless = "ab".repeat(200_000);

        for (String xml : List.of(
                "<c r=\"B2\" t=\"" + endless + "\"/>",
                "<c r=\"B2\" t=\"str\"><v>" + endless + "</v></c>",
                "<c r=\"B2\" t=\"str\"><v><![CDATA[" + "<-->".repeat(100_000) + "]]></v></c>",
                "<" + endless + "/>",
                "<?" + endless + "?>")) {
            assertThat(refusal(new RawWorkbook().cell(xml)).code()).isEqualTo("text-too-long");
        }
    }

    @Test
    void refuses_what_is_nested_without_end() {
        assertThat(refusal(new RawWorkbook().rows("<a>".repeat(50_000))).code()).isEqualTo("too-deep");
    }

    @Test
    void refuses_shared_formulas_spelt_out_for_too_many_cells() {
        String formula =
                "<c r=\"A1\"><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + "B1+".repeat(600) + "1</f><v>1</v></c>";
        String others = "<c><f t=\"shared\" si=\"0\"/><v>1</v></c>".repeat(3_000);

        assertThat(refusal(new RawWorkbook().rows("<row r=\"1\">" + formula + others + "</row>"))
                        .code())
                .isEqualTo("formulas-too-many");
    }

    @Test
    void refuses_what_is_no_workbook() {
        assertThat(CheckedXlsx.read("PK, but not really".getBytes(StandardCharsets.UTF_8), LIMITS, this::take))
                .contains(CheckedXlsx.notAWorkbook());
        assertThat(refusal(new RawWorkbook().part("xl/workbook.xml", "<workbook/>")))
                .isEqualTo(CheckedXlsx.notAWorkbook());
    }

    @Test
    void reads_past_a_picture() {
        var workbook =
                new RawWorkbook().part("xl/media/image1.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, '<'});

        assertThat(CheckedXlsx.read(workbook.bytes(), LIMITS, this::take)).isEmpty();
    }

    private static String row(int number) {
        return "<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c></row>".formatted(number);
    }

    private static String cell(String at, String type, String value) {
        return "<c r=\"%s\" t=\"%s\"><v>%s</v></c>".formatted(at, type, value);
    }

    private boolean take(SheetRow row) {
        return rows.add(row);
    }

    private Refusal refusal(RawWorkbook workbook) {
        return CheckedXlsx.read(workbook.bytes(), LIMITS, this::take).orElseThrow();
    }
}
