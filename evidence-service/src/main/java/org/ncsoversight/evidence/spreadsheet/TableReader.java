package org.ncsoversight.evidence.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.tables.BoundedRows;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.Refusal;
import org.ncsoversight.tables.workbook.SheetCell;
import org.ncsoversight.tables.workbook.SheetRow;
import org.ncsoversight.tables.workbook.XlsxLimits;

/** Reads a CSV file, or the first sheet of an XLSX workbook, row by row. */
public final class TableReader {

    /** The file is neither, or damaged, or holds more than anybody would type. */
    public static final class NotATable extends IOException {

        private static final long serialVersionUID = 1;

        private final transient @Nullable Refusal refusal;

        NotATable(Refusal refusal) {
            super(refusal.message());
            this.refusal = refusal;
        }

        NotATable(Exception cause) {
            super(cause);
            this.refusal = null;
        }

        /** What is wrong with a workbook that would be too much. */
        public Optional<Refusal> refusal() {
            return Optional.ofNullable(refusal);
        }
    }

    /** Takes a row: its number as a spreadsheet program shows it, and its cells as text; false to stop. */
    @FunctionalInterface
    public interface Rows {
        boolean take(int number, List<String> cells);
    }

    private static final int MOST_COLUMNS = 50;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Set<String> dateHeadings;
    private @Nullable List<String> headings;

    private TableReader(Set<String> dateHeadings) {
        this.dateHeadings = dateHeadings;
    }

    /**
     * Reads all rows, the first of which has the headings.
     *
     * @param mostRows how many rows, the headings and one too many among them, are taken from a workbook
     * @param dateHeadings columns, in small letters, in which a workbook's numbers are days
     */
    public static void read(Path file, int mostRows, Set<String> dateHeadings, Rows rows) throws IOException {
        var reader = new TableReader(dateHeadings);
        try {
            if (isZip(file)) {
                reader.readWorkbook(file, mostRows, rows);
            } else {
                readCsv(file, rows);
            }
        } catch (UncheckedIOException | CharacterCodingException | BoundedRows.RowTooLong e) {
            throw new NotATable(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CheckedXlsx.looksLikeOne(in.readNBytes(2));
        }
    }

    private static void readCsv(Path file, Rows rows) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var text = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            skipMark(text);
            var format = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter(text))
                    .setIgnoreEmptyLines(false)
                    .get();
            int number = 0;
            var bounded = new BoundedRows(text);
            for (CSVRecord record : format.parse(bounded)) {
                bounded.rowEnded();
                number++;
                List<String> cells = record.stream()
                        .map(cell -> Formulas.asWritten(cell).strip())
                        .toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty()) && !rows.take(number, cells)) {
                    return;
                }
            }
        }
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    /** Spreadsheet programs of other countries write semicolons; the headings tell. */
    private static char delimiter(BufferedReader text) throws IOException {
        final int longestHeadings = 8192;
        text.mark(longestHeadings);
        var start = new char[longestHeadings];
        int read = text.read(start);
        text.reset();
        String first =
                read <= 0 ? "" : new String(start, 0, read).lines().findFirst().orElse("");
        return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
    }

    private void readWorkbook(Path file, int mostRows, Rows rows) throws NotATable {
        var limits = XlsxLimits.of(mostRows, MOST_COLUMNS);
        var refusal = CheckedXlsx.read(file, limits, row -> rows.take(row.number(), cells(row)));
        if (refusal.isPresent()) {
            throw new NotATable(refusal.get());
        }
    }

    private List<String> cells(SheetRow row) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.cells().size(); column++) {
            SheetCell cell = row.cell(column);
            boolean date = isDate(column) && cell.day().isPresent();
            cells.add(date ? cell.day().orElseThrow().toString() : cell.text().strip());
        }
        if (headings == null) {
            headings = cells.stream()
                    .map(heading -> heading.toLowerCase(Locale.ROOT))
                    .toList();
        }
        return List.copyOf(cells);
    }

    private boolean isDate(int column) {
        return headings != null && column < headings.size() && dateHeadings.contains(headings.get(column));
    }
}
