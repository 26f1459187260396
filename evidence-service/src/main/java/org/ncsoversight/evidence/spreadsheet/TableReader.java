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
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file, or the first sheet of an XLSX workbook, row by row. */
public final class TableReader {

    /** The file is neither, or damaged, or unpacks to more than anybody would type. */
    public static final class NotATable extends IOException {

        private static final long serialVersionUID = 1;

        NotATable() {
            super("unpacks to too much");
        }

        NotATable(Exception cause) {
            super(cause);
        }
    }

    /** Takes a row: its number as a spreadsheet program shows it, and its cells as text; false to stop. */
    @FunctionalInterface
    public interface Rows {
        boolean take(int number, List<String> cells);
    }

    private static final long LARGEST_WORKBOOK_UNPACKED_IN_BYTES = 100L << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Set<String> dateHeadings;
    private @Nullable List<String> headings;

    private TableReader(Set<String> dateHeadings) {
        this.dateHeadings = dateHeadings;
    }

    /**
     * Reads all rows, the first of which has the headings.
     *
     * @param dateHeadings columns, in small letters, in which a workbook's numbers are days
     */
    public static void read(Path file, Set<String> dateHeadings, Rows rows) throws IOException {
        var reader = new TableReader(dateHeadings);
        try {
            if (isZip(file)) {
                reader.readWorkbook(file, rows);
            } else {
                readCsv(file, rows);
            }
        } catch (ExcelReaderException
                | UncheckedIOException
                | IllegalStateException
                | IllegalArgumentException
                | CharacterCodingException
                | ZipException e) {
            throw new NotATable(e);
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(2);
            return start.length == 2 && start[0] == 'P' && start[1] == 'K';
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
            for (CSVRecord record : format.parse(text)) {
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

    private void readWorkbook(Path file, Rows rows) throws IOException {
        refuseBomb(file);
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file));
                var stream = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) stream::iterator) {
                List<String> cells = cells(row);
                if (headings == null) {
                    headings = cells.stream()
                            .map(heading -> heading.toLowerCase(Locale.ROOT))
                            .toList();
                }
                boolean blank = cells.stream().allMatch(String::isEmpty);
                if (!blank && !rows.take(row.getRowNum(), cells)) {
                    return;
                }
            }
        }
    }

    /** What the reader would unpack is unpacked once before, and counted. */
    private static void refuseBomb(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            long unpacked = 0;
            var buffer = new byte[1 << 16];
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST_WORKBOOK_UNPACKED_IN_BYTES) {
                            throw new NotATable();
                        }
                    }
                }
            }
        }
    }

    private List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            Cell cell = row.getCell(column);
            cells.add(cell == null ? "" : text(cell, column).strip());
        }
        return List.copyOf(cells);
    }

    private String text(Cell cell, int column) {
        if (cell.getType() == CellType.NUMBER && isDate(column)) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getType() == CellType.NUMBER
                ? cell.asNumber().stripTrailingZeros().toPlainString()
                : Objects.requireNonNullElse(cell.getText(), "");
    }

    private boolean isDate(int column) {
        return headings != null && column < headings.size() && dateHeadings.contains(headings.get(column));
    }
}
