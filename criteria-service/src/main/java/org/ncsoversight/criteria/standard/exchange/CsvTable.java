package org.ncsoversight.criteria.standard.exchange;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.criteria.standard.guidance.DamagedFile;
import org.ncsoversight.criteria.standard.guidance.Lines;
import org.ncsoversight.tables.BoundedRows;

/** The table as CSV in UTF-8 that a spreadsheet opens without running anything. */
final class CsvTable {

    // A spreadsheet would calculate what begins so; the apostrophe says that it is text.
    private static final String BEGINS_A_FORMULA = "=+-@'";

    private CsvTable() {}

    static byte[] write(List<TableRow> rows) {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(EditionTable.COLUMNS);
            for (TableRow row : rows) {
                printer.printRecord(EditionTable.COLUMNS.stream()
                        .map(row::get)
                        .map(CsvTable::guarded)
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<TableRow> read(byte[] file) throws DamagedFile {
        var rows = new ArrayList<TableRow>();
        long line = 1;
        try (var bounded = new BoundedRows(new StringReader(Lines.text(file)));
                var parser = CSVParser.parse(bounded, CSVFormat.RFC4180)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                bounded.rowEnded();
                if (line == 1) {
                    refuseOtherColumns(record.toList());
                } else if (record.size() != EditionTable.COLUMNS.size()) {
                    throw new DamagedFile(
                            Math.toIntExact(line),
                            "row-cut",
                            "This row has " + record.size() + " cells where there should be "
                                    + EditionTable.COLUMNS.size());
                } else {
                    rows.add(row(Math.toIntExact(line), record));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new DamagedFile(Math.toIntExact(line), "row-cut", "This row cannot be read as CSV");
        }
        return rows;
    }

    private static void refuseOtherColumns(List<String> header) throws DamagedFile {
        if (!header.equals(EditionTable.COLUMNS)) {
            throw new DamagedFile(
                    1, "other-columns", "The columns should be " + String.join(", ", EditionTable.COLUMNS));
        }
    }

    private static TableRow row(int line, CSVRecord record) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < EditionTable.COLUMNS.size(); i++) {
            cells.put(EditionTable.COLUMNS.get(i), bare(record.get(i).replace("\r\n", "\n")));
        }
        return new TableRow(line, cells);
    }

    private static String guarded(String text) {
        return !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String bare(String text) {
        return text.startsWith("'") ? text.substring(1) : text;
    }
}
