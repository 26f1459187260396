package org.ncsoversight.evidence.registering.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.register.Column;
import org.ncsoversight.evidence.model.register.ColumnType;

/** Rows as the first sheet of an Excel workbook, with days and numbers as such; a second sheet says what it is. */
final class XlsxRows {

    private static final int MOST_COLUMNS = 50;
    private static final long MOST_BYTES_UNPACKED = 32L * 1024 * 1024;
    private static final MathContext AS_TYPED = new MathContext(12);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal FIRST_DAY = BigDecimal.valueOf(367);

    private XlsxRows() {}

    static boolean looksLikeOne(byte[] file) {
        return file.length > 2 && file[0] == 'P' && file[1] == 'K';
    }

    static RowFile.Grid read(byte[] file, int mostRows) throws RowFile.Unreadable {
        try {
            refuseBomb(file);
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false));
                    Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
                return grid(sheet, mostRows);
            }
        } catch (IOException | RuntimeException e) {
            throw new RowFile.Unreadable("file-not-xlsx", "The file is not an Excel workbook that can be read");
        }
    }

    /** A few bytes can unpack to more than memory holds; from a file, because streams do not read every workbook. */
    private static void refuseBomb(byte[] file) throws IOException, RowFile.Unreadable {
        var unpacked = Files.createTempFile("rows", ".xlsx");
        try {
            Files.write(unpacked, file);
            try (var zip = new ZipFile(unpacked.toFile())) {
                long left = MOST_BYTES_UNPACKED;
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (var stream = zip.getInputStream(entry)) {
                        left -= stream.skip(left + 1);
                    }
                    if (left < 0) {
                        throw new RowFile.Unreadable("file-too-large", "The workbook holds too much");
                    }
                }
            }
        } finally {
            Files.delete(unpacked);
        }
    }

    /** Empty rows are not in the file, so they are put back to keep the numbering. */
    private static RowFile.Grid grid(Stream<Row> sheet, int mostRows) throws RowFile.Unreadable {
        var rows = new ArrayList<List<String>>();
        for (var row : (Iterable<Row>) sheet::iterator) {
            if (row.getRowNum() > mostRows + 1) {
                throw CsvRows.tooManyRows(mostRows);
            }
            while (!rows.isEmpty() && rows.size() < row.getRowNum() - 1) {
                rows.add(List.of());
            }
            rows.add(texts(row));
        }
        return new RowFile.Grid(1, rows);
    }

    private static List<String> texts(Row row) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            texts.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(""));
        }
        while (!texts.isEmpty() && texts.getLast().isBlank()) {
            texts.removeLast();
        }
        return texts;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            var number = cell.asNumber();
            boolean day = isDay(cell) && number.compareTo(FIRST_DAY) >= 0 && number.compareTo(LAST_DAY) <= 0;
            return day
                    ? cell.asDate().toLocalDate().toString()
                    : number.round(AS_TYPED).stripTrailingZeros().toPlainString();
        }
        return cell.getType() == CellType.EMPTY || cell.getValue() == null ? "" : cell.getText();
    }

    private static boolean isDay(Cell cell) {
        @Nullable String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).contains("yy");
    }

    static void write(List<String> notes, List<Column> columns, List<List<String>> rows, OutputStream to)
            throws IOException {
        try (var workbook = new Workbook(to, "NCS Oversight", "1.0")) {
            var sheet = workbook.newWorksheet("Rows");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    // The first column is the row's id, the first row its headings.
                    put(sheet, r, c, rows.get(r).get(c), r == 0 || c == 0 ? null : columns.get(c - 1));
                }
            }
            sheet.freezePane(0, 1);
            var about = workbook.newWorksheet("About");
            for (int i = 0; i < notes.size(); i++) {
                about.value(i, 0, notes.get(i));
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, String text, @Nullable Column kind) {
        if (kind != null && !text.isEmpty() && kind.type() instanceof ColumnType.Day) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("dd/mm/yyyy").set();
        } else if (kind != null && !text.isEmpty() && kind.type() instanceof ColumnType.Figure) {
            sheet.value(row, column, new BigDecimal(text));
        } else {
            sheet.value(row, column, FormulaGuard.put(text));
        }
    }
}
