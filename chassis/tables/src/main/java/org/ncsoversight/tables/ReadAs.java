package org.ncsoversight.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table was read, so that whoever sent it sees that it was read as it was meant.
 *
 * @param format CSV or XLSX; nothing where it was not noted
 * @param delimiter comma, semicolon or tab, of CSV
 * @param encoding of CSV
 * @param sheet the name of the sheet that was read, of a workbook
 * @param headingsInRow as a spreadsheet program shows it
 * @param ignoredColumns headings that mean nothing here
 * @param warnings what should be looked at
 */
public record ReadAs(
        String format,
        String delimiter,
        String encoding,
        String sheet,
        int headingsInRow,
        List<String> ignoredColumns,
        List<String> warnings) {

    /** Of a table read before this was noted. */
    public static final ReadAs UNKNOWN = new ReadAs("", "", "", "", 0, List.of(), List.of());

    public ReadAs {
        ignoredColumns = List.copyOf(ignoredColumns);
        warnings = List.copyOf(warnings);
    }

    /** For a page; nothing where it was not noted. */
    public String sentence() {
        if (format.isEmpty()) {
            return "";
        }
        String how = sheet.isEmpty()
                ? "CSV with a %s between columns, in %s".formatted(delimiter, encoding)
                : "Excel workbook, sheet “%s”".formatted(sheet);
        return headingsInRow > 1 ? "%s, with the headings in row %,d".formatted(how, headingsInRow) : how;
    }

    /** What should be looked at, also columns that were not read. */
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        if (!ignoredColumns.isEmpty()) {
            remarks.add("Columns that are not known here were not read: " + String.join(", ", ignoredColumns));
        }
        remarks.addAll(warnings);
        return List.copyOf(remarks);
    }

    /** For a document that keeps it. */
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("format", format);
        fields.put("delimiter", delimiter);
        fields.put("encoding", encoding);
        fields.put("sheet", sheet);
        fields.put("headingsInRow", headingsInRow);
        fields.put("ignoredColumns", ignoredColumns);
        fields.put("warnings", warnings);
        return fields;
    }

    /** Of a document that may be older than this. */
    public static ReadAs of(@Nullable Map<String, ?> fields) {
        if (fields == null) {
            return UNKNOWN;
        }
        return new ReadAs(
                text(fields, "format"),
                text(fields, "delimiter"),
                text(fields, "encoding"),
                text(fields, "sheet"),
                fields.get("headingsInRow") instanceof Number row ? row.intValue() : 0,
                texts(fields, "ignoredColumns"),
                texts(fields, "warnings"));
    }

    private static String text(Map<String, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, ?> fields, String name) {
        return fields.get(name) instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }
}
