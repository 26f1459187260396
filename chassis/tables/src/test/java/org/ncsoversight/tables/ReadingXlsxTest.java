package org.ncsoversight.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.tables.workbook.RawWorkbook;

class ReadingXlsxTest {

    private static final String HEADINGS = row(1, text("name") + text("held_on") + text("code") + text("as_it_is"));
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String STYLES = """
        <styleSheet xmlns="%s"><numFmts>\
        <numFmt numFmtId="164" formatCode="[$-809]dd\\ mmm;@"/>\
        <numFmt numFmtId="165" formatCode="0000000000"/>\
        <numFmt numFmtId="166" formatCode="&quot;day &quot;0"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="2"/>\
        <xf numFmtId="166"/></cellXfs></styleSheet>\
        """.formatted(MAIN);

    @ParameterizedTest
    @CsvSource({
        "<v>46296</v>,0,2026-10-01",
        "<v>46296</v>,1,2026-10-01",
        "<v>46296.75</v>,1,2026-10-01",
        "<f>TODAY()</f><v>46296</v>,1,2026-10-01",
        "<v>1</v>,1,1900-01-01",
    })
    void reads_a_day_of_a_column_of_days_typed_or_computed(String value, int style, String day) {
        var row = read(HEADINGS + row(2, text("Zoë") + "<c r=\"B2\" s=\"" + style + "\">" + value + "</c>"))
                .only();

        assertThat(row.text("held_on")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "1.1000000000000001,0,1.1",
        "0.30000000000000004,0,0.3",
        "701,0,701",
        "1E2,0,100",
        "701,3,0000000701",
        "1.1,4,1.10",
        "46296,2,2026-10-01",
        "3,5,3",
    })
    void reads_a_number_as_a_person_sees_it(String stored, int style, String seen) {
        var row = read(HEADINGS + row(2, "<c r=\"A2\" s=\"" + style + "\"><v>" + stored + "</v></c>"))
                .only();

        assertThat(row.text("name")).isEqualTo(seen);
    }

    @Test
    void reads_a_number_that_is_computed_as_one_that_is_typed() {
        assertThat(read(HEADINGS + row(2, "<c r=\"A2\"><f>1+0.1</f><v>1.1000000000000001</v></c>"))
                        .only()
                        .text("name"))
                .isEqualTo("1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "a_x000D_&#10;b,'a\nb'",
        "a_x000d_b,'a\nb'",
        "a_x000A_b,'a\nb'",
        "a_x005F_x000D_b,a_x000D_b",
        "a_x0007_b,ab",
        "a_x00E9_$_x0024_,aé$$",
        "a_xyz_b,a_xyz_b",
    })
    void reads_the_characters_that_a_workbook_spells_out(String spelt, String read) {
        assertThat(read(HEADINGS + row(2, text(spelt))).only().text("name")).isEqualTo(read);
        assertThat(read(HEADINGS + row(2, text("n") + text("") + text("") + text(spelt)))
                        .only()
                        .text("as_it_is"))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"1\"/></row>",
                "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>\u00A0 </t></is></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"\"</f><v></v></c></row>",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Register of advisers</t></is></c></row>",
            })
    void finds_the_headings_below_rows_that_are_blank_or_say_something_else(String first) {
        var table = read(first + HEADINGS.replace("r=\"1\"", "r=\"3\"").replaceAll("r=\"([A-D])1\"", "r=\"$13\"")
                + "<row r=\"4\"><c r=\"A4\"><v>1</v></c><c r=\"B4\"><v>46568</v></c></row>");

        assertThat(table.only().text("held_on")).isEqualTo("2027-06-30");
        assertThat(table.only().number()).isEqualTo(4);
        assertThat(table.as().headingsInRow()).isEqualTo(3);
    }

    @Test
    void reads_the_first_sheet_that_is_not_hidden_and_says_which() {
        var table = Tables.of(new RawWorkbook()
                .part("xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/>\
                    <sheet name="More lists" sheetId="3" state="veryHidden" r:id="rId1"/>\
                    <sheet name="Evidence" sheetId="2" r:id="rId2"/></sheets></workbook>\
                    """.formatted(MAIN))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>")
                .rows(HEADINGS + row(2, text("hidden")))
                .part("xl/worksheets/sheet2.xml", sheet(HEADINGS + row(2, text("seen"))))
                .bytes());

        assertThat(table.only().text("name")).isEqualTo("seen");
        assertThat(table.as().sheet()).isEqualTo("Evidence");
        assertThat(table.as().format()).isEqualTo("XLSX");
        assertThat(table.as().warnings()).containsExactly("Hidden sheets were passed over: Lists, More lists");
    }

    @Test
    void refuses_a_workbook_whose_sheets_are_all_hidden() {
        var workbook = new RawWorkbook().part("xl/workbook.xml", """
            <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/></sheets></workbook>\
            """.formatted(MAIN));

        assertThat(Tables.of(workbook.bytes()).refusal().code()).isEqualTo("sheets-hidden");
    }

    @Test
    void a_value_beside_the_table_is_reported_and_no_fault_of_the_row() {
        var table = read(HEADINGS + row(2, text("a") + text("") + text("") + text("") + text("beside")));

        assertThat(table.only().tooLong()).isFalse();
        assertThat(table.as().warnings()).containsExactly("Row 2: column 5 has no heading and was not read");
    }

    @Test
    void refuses_an_open_document_and_says_what_to_do() {
        byte[] ods = "PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Tables.of(ods).refusal().code()).isEqualTo("ods-not-read");
        assertThat(Tables.of(ods).refusal().message()).contains("save it as an Excel workbook (.xlsx) or as CSV UTF-8");
    }

    @Test
    void takes_as_many_rows_as_the_limit_and_no_more() {
        var rows = new StringBuilder(HEADINGS);
        for (int i = 2; i <= 6; i++) {
            rows.append(row(i, text("a")));
        }

        assertThat(read(rows.toString()).rows()).hasSize(5);
        assertThat(read(rows + row(7, text("a"))).refusal().code()).isEqualTo("too-many-rows");
    }

    private static Tables read(String rows) {
        return Tables.of(
                new RawWorkbook().part("xl/styles.xml", STYLES).rows(rows).bytes());
    }

    private static String row(int number, String cells) {
        return "<row r=\"%d\">%s</row>".formatted(number, cells);
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>".formatted(text);
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(MAIN, rows);
    }
}
