package org.ncsoversight.criteria.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.tables.BoundedRows;

/** CSV as this service writes and reads it: UTF-8, columns by name, lines that begin with # above them. */
public final class CsvFile {

    /** A row as it stands in the file; the first line of the file is row 1. */
    public record Row(int number, Map<String, String> cells, boolean tooLong) {

        public String text(String column) {
            return cells.getOrDefault(column, "");
        }

        /** As ISO 8601, also where a spreadsheet of this country saved it its own way, as 1/4/2026. */
        public String date(String column) {
            Matcher day = UK_DATE.matcher(text(column));
            return day.matches()
                    ? day.group("year") + "-" + twoDigits(day.group("month")) + "-" + twoDigits(day.group("day"))
                    : text(column);
        }

        private static String twoDigits(String number) {
            return number.length() == 1 ? "0" + number : number;
        }
    }

    /** How reading ends. */
    public sealed interface Reading {

        record Rows(List<String> columns, List<Row> rows) implements Reading {}

        /** The file as a whole cannot be used. */
        record Unreadable(String code, String message) implements Reading {}
    }

    public static final int MAX_ROWS = 5_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final Pattern UK_DATE = Pattern.compile("(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})/(?<year>[0-9]{4})");

    // An empty line is a row too: otherwise all below it would be told by the wrong number.
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();

    private CsvFile() {}

    /** Without a byte order mark. */
    public static byte[] write(Table table) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, FORMAT)) {
            for (String line : table.about()) {
                csv.printRecord("# " + line);
            }
            csv.printRecord(table.columns());
            for (List<String> row : table.rows()) {
                csv.printRecord(row.stream().map(Formulas::guarded).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static Reading read(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException _) {
            return new Reading.Unreadable("not-utf-8", "The file must be CSV in UTF-8");
        }
        // Spreadsheet programs put a mark before the text; nobody typed it.
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        try (var bounded = new BoundedRows(new StringReader(text));
                var parser = FORMAT.parse(bounded)) {
            return rows(parser, bounded);
        } catch (IOException | IllegalStateException | UncheckedIOException _) {
            return new Reading.Unreadable("not-csv", "The file is not CSV: a quotation mark is missing somewhere");
        }
    }

    private static Reading rows(Iterable<CSVRecord> records, BoundedRows bounded) {
        int number = 0;
        List<String> columns = List.of();
        var rows = new ArrayList<Row>();
        for (CSVRecord line : records) {
            number++;
            bounded.rowEnded();
            if (columns.isEmpty()) {
                if (!isBlank(line) && !line.get(0).startsWith("#")) {
                    columns = line.stream().map(String::strip).toList();
                }
            } else if (!isBlank(line)) {
                rows.add(row(number, columns, line));
            }
            if (rows.size() > MAX_ROWS) {
                return new Reading.Unreadable("too-many-rows", "The file can have up to " + MAX_ROWS + " rows");
            }
        }
        if (columns.isEmpty()) {
            return new Reading.Unreadable("empty", "The file is empty");
        }
        Set<String> distinct = new HashSet<>(columns);
        return distinct.size() == columns.size()
                ? new Reading.Rows(columns, rows)
                : new Reading.Unreadable("column-twice", "Two columns have the same name");
    }

    private static Row row(int number, List<String> columns, CSVRecord line) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size() && i < line.size(); i++) {
            cells.put(columns.get(i), Formulas.unguarded(line.get(i).strip()));
        }
        boolean tooLong = line.stream().skip(columns.size()).anyMatch(cell -> !cell.isBlank());
        return new Row(number, cells, tooLong);
    }

    private static boolean isBlank(CSVRecord line) {
        return line.stream().allMatch(String::isBlank);
    }
}
