package org.ncsoversight.evidence.registers.registering.files;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.ColumnType;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.SheetCell;
import org.ncsoversight.tables.workbook.SheetRow;
import org.ncsoversight.tables.workbook.XlsxLimits;

/** Rows as the first sheet of an Excel workbook, with days and numbers as such; a second sheet says what it is. */
final class XlsxRows {

    private static final int MOST_COLUMNS = 50;

    private XlsxRows() {}

    static RowFile.Grid read(byte[] file, int mostRows) throws RowFile.Unreadable {
        var rows = new ArrayList<SheetRow>();
        var refusal = CheckedXlsx.read(file, XlsxLimits.of(mostRows + 2, MOST_COLUMNS), rows::add);
        if (refusal.isPresent()) {
            throw new RowFile.Unreadable("file-not-xlsx", refusal.get().sentence());
        }
        return grid(rows, mostRows);
    }

    /** Empty rows are not in the file, so they are put back to keep the numbering. */
    private static RowFile.Grid grid(List<SheetRow> sheet, int mostRows) throws RowFile.Unreadable {
        int first = sheet.isEmpty() ? 1 : sheet.getFirst().number();
        var rows = new ArrayList<List<String>>();
        for (SheetRow row : sheet) {
            if (row.number() - first > mostRows) {
                throw CsvRows.tooManyRows(mostRows);
            }
            while (rows.size() < row.number() - first) {
                rows.add(List.of());
            }
            rows.add(row.cells().stream().map(XlsxRows::text).toList());
        }
        return new RowFile.Grid(first, rows);
    }

    private static String text(SheetCell cell) {
        return cell.dated() && cell.day().isPresent() ? cell.day().get().toString() : cell.text();
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
