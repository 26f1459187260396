package org.ncsoversight.backing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The ways people send one and the same table. Every importer has to read each of them as it reads the plain one. */
public enum TableKind {
    COMMAS,
    SEMICOLONS,
    TABS,
    DELIMITER_IN_FIRST_LINE,
    BYTE_ORDER_MARK,
    WINDOWS_1252,
    UTF_16,
    SPACES_THAT_DO_NOT_BREAK,
    CAPITALS,
    BLANK_FIRST_ROWS,
    NOTES_ABOVE,
    ROWS_OF_COMMAS,
    DAYS_FIRST,
    UNKNOWN_COLUMN,
    WORKBOOK,
    WORKBOOK_WITH_DAYS,
    WORKBOOK_WITH_COMPUTED_DAYS,
    WORKBOOK_WITH_UNFORMATTED_DAYS,
    WORKBOOK_WITH_HIDDEN_FIRST_SHEET,
    WORKBOOK_WITH_BLANK_FORMATTED_ROW;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final String BLANK_ROW = "<row r=\"1\"><c r=\"A1\" s=\"1\"/><c r=\"B1\" s=\"1\"/></row>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** A table of this kind; cells like 2026-10-31 are days. */
    public byte[] of(List<String> headings, List<List<String>> rows) {
        return switch (this) {
            case COMMAS -> utf8(csv(headings, rows, ","));
            case SEMICOLONS -> utf8(csv(headings, rows, ";"));
            case TABS -> utf8(csv(headings, rows, "\t"));
            case DELIMITER_IN_FIRST_LINE -> utf8("sep=;\r\n" + csv(headings, rows, ";"));
            case BYTE_ORDER_MARK -> utf8("\uFEFF" + csv(headings, rows, ","));
            case WINDOWS_1252 ->
                csv(with(headings, "Größe"), each(rows), ",").getBytes(Charset.forName("windows-1252"));
            case UTF_16 -> ("\uFEFF" + csv(headings, rows, "\t")).getBytes(StandardCharsets.UTF_16LE);
            case SPACES_THAT_DO_NOT_BREAK -> utf8(csv(each(headings, text -> "\u00A0" + text + "\u00A0 "), rows, ","));
            case CAPITALS -> utf8(csv(each(headings, text -> text.toUpperCase(Locale.ROOT)), rows, ","));
            case BLANK_FIRST_ROWS -> utf8("\r\n,,\r\n" + csv(headings, rows, ","));
            case NOTES_ABOVE -> utf8("# What it is\r\n\"# Filter: a, b\"\r\n" + csv(headings, rows, ","));
            case ROWS_OF_COMMAS -> utf8(csv(headings, rows, ",") + ",,,\r\n , ,\u00A0\r\n\r\n");
            case DAYS_FIRST ->
                utf8(csv(
                        headings,
                        rows.stream().map(row -> each(row, TableKind::dayFirst)).toList(),
                        ","));
            case UNKNOWN_COLUMN -> utf8(csv(with(headings, "colour of the sky"), each(rows), ","));
            case WORKBOOK -> workbook(sheet(headings, rows, 1, TableKind::text));
            case WORKBOOK_WITH_DAYS -> workbook(sheet(headings, rows, 1, text -> day(text, " s=\"1\"", "")));
            case WORKBOOK_WITH_COMPUTED_DAYS ->
                workbook(sheet(headings, rows, 1, text -> day(text, " s=\"1\"", "<f>TODAY()</f>")));
            case WORKBOOK_WITH_UNFORMATTED_DAYS -> workbook(sheet(headings, rows, 1, text -> day(text, "", "")));
            case WORKBOOK_WITH_HIDDEN_FIRST_SHEET ->
                workbook(
                        sheet(List.of("list"), List.of(), 1, TableKind::text),
                        sheet(headings, rows, 1, TableKind::text));
            case WORKBOOK_WITH_BLANK_FORMATTED_ROW ->
                workbook(sheet(headings, rows, 2, text -> day(text, "", ""))
                        .replace("<sheetData>", "<sheetData>" + BLANK_ROW));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> each(List<String> cells, UnaryOperator<String> change) {
        return cells.stream().map(change).toList();
    }

    private static List<List<String>> each(List<List<String>> rows) {
        return rows.stream().map(row -> with(row, "blue")).toList();
    }

    private static List<String> with(List<String> cells, String more) {
        var all = new ArrayList<>(cells);
        all.add(more);
        return all;
    }

    private static String dayFirst(String text) {
        return DAY.matcher(text).matches()
                ? text.substring(8) + "/" + text.substring(5, 7) + "/" + text.substring(0, 4)
                : text;
    }

    private static String csv(List<String> headings, List<List<String>> rows, String delimiter) {
        return line(headings, delimiter)
                + rows.stream().map(row -> line(row, delimiter)).collect(Collectors.joining());
    }

    private static String line(List<String> cells, String delimiter) {
        return cells.stream()
                .map(cell -> cell.contains(delimiter) ? "\"" + cell + "\"" : cell)
                .collect(Collectors.joining(delimiter, "", "\r\n"));
    }

    private static String sheet(List<String> headings, List<List<String>> rows, int first, UnaryOperator<String> cell) {
        var xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        int number = first;
        xml.append(row(number++, headings, TableKind::text));
        for (List<String> row : rows) {
            xml.append(row(number++, row, cell));
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static String row(int number, List<String> cells, UnaryOperator<String> cell) {
        return cells.stream().map(cell).collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>"));
    }

    private static String text(String text) {
        return text.isEmpty()
                ? "<c/>"
                : "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                        + text.replace("&", "&amp;").replace("<", "&lt;") + "</t></is></c>";
    }

    private static String day(String text, String style, String formula) {
        return DAY.matcher(text).matches()
                ? "<c" + style + ">" + formula + "<v>" + ChronoUnit.DAYS.between(DAY_ZERO, LocalDate.parse(text))
                        + "</v></c>"
                : text(text);
    }

    /** All sheets but the last are hidden. */
    private static byte[] workbook(String... sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var list = new StringBuilder();
            var relations = new StringBuilder();
            for (int i = 1; i <= sheets.length; i++) {
                list.append("<sheet name=\"Sheet %1$d\" sheetId=\"%1$d\" r:id=\"rId%1$d\"%2$s/>"
                        .formatted(i, i < sheets.length ? " state=\"hidden\"" : ""));
                relations.append("<Relationship Id=\"rId%1$d\" Target=\"worksheets/sheet%1$d.xml\"/>".formatted(i));
                put(zip, "xl/worksheets/sheet" + i + ".xml", sheets[i - 1]);
            }
            String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/></Types>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + list
                            + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
