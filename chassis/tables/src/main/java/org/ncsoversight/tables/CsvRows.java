package org.ncsoversight.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.tables.workbook.Blanks;
import org.ncsoversight.tables.workbook.Refusal;
import org.ncsoversight.tables.workbook.SheetCell;

/** Hands out the rows of a CSV file as they go by. */
final class CsvRows {

    private static final int START_IN_CHARACTERS = 1 << 15;
    private static final String NO_SUCH_TEXT =
            "The file is neither CSV in UTF-8 or Windows-1252 nor an Excel workbook (XLSX)";

    private CsvRows() {}

    /** Empty when all rows were taken, or as many as were wanted. */
    static Optional<Refusal> read(TableSource source, TableShape shape, Gathering rows) throws IOException {
        Optional<Encoding> encoding = Encoding.of(source);
        if (encoding.isEmpty()) {
            return Optional.of(Refusal.ofFile("not-a-table", NO_SUCH_TEXT));
        }
        try (Reader text = encoding.get().open(source)) {
            var start = new char[START_IN_CHARACTERS];
            text.mark(START_IN_CHARACTERS);
            int read = fill(text, start);
            text.reset();
            var delimiter = Delimiter.of(new String(start, 0, read), shape);
            rows.csv(delimiter, encoding.get());
            return read(text, delimiter, rows);
        }
    }

    private static int fill(Reader text, char[] into) throws IOException {
        int filled = 0;
        for (int read = 0; read >= 0 && filled < into.length; filled += Math.max(0, read)) {
            read = text.read(into, filled, into.length - filled);
        }
        return filled;
    }

    private static Optional<Refusal> read(Reader text, Delimiter delimiter, Gathering rows) throws IOException {
        int number = 0;
        try (var bounded = new BoundedRows(text);
                var parser = delimiter.format().parse(bounded)) {
            for (CSVRecord record : parser) {
                bounded.rowEnded();
                number++;
                if (!isBlank(record) && !rows.take(number, cells(record))) {
                    break;
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException | IOException e) {
            return Optional.of(refused(e, number + 1));
        }
    }

    /** A disk that breaks is no fault of the file and is thrown on. */
    private static Refusal refused(Exception refused, int row) throws IOException {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BoundedRows.RowTooLong _ -> {
                    return new Refusal("row-too-long", row, "", "A row is longer than any row of a table");
                }
                case CSVException _ -> {
                    return new Refusal("not-csv", row, "", "The file is not CSV: a quotation mark is out of place");
                }
                default -> {}
            }
        }
        throw new IOException("The file could not be read to its end", refused);
    }

    private static boolean isBlank(CSVRecord record) {
        return record.stream().allMatch(Blanks::isBlank);
    }

    private static List<SheetCell> cells(CSVRecord record) {
        var cells = new ArrayList<SheetCell>(record.size());
        for (String cell : record) {
            cells.add(SheetCell.of(cell.indexOf('\r') < 0 ? cell : cell.replace("\r\n", "\n")));
        }
        return cells;
    }
}
