package org.ncsoversight.tables.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Hands out the rows of the first sheet that people see in a workbook that was checked. */
final class VisibleSheet {

    /** Opens the workbook. */
    @FunctionalInterface
    interface Opening {
        ReadableWorkbook open() throws IOException;
    }

    private final XlsxLimits limits;
    private final Shown shown;
    private int rows;
    private long characters;

    private VisibleSheet(XlsxLimits limits, Shown shown) {
        this.limits = limits;
        this.shown = shown;
    }

    static void read(Opening opening, XlsxLimits limits, CheckedXlsx.Rows taker) throws IOException {
        try (var workbook = opened(opening)) {
            List<Sheet> sheets = sheets(workbook);
            Sheet first = firstSeen(sheets);
            taker.sheet(first.getName(), hiddenBefore(first, sheets));
            try (Stream<Row> stream = stream(first)) {
                var sheet = new VisibleSheet(limits, new Shown(workbook.isDate1904()));
                Iterator<Row> rows = stream.iterator();
                for (var row = sheet.next(rows); row.isPresent(); row = sheet.next(rows)) {
                    if (!taker.take(row.get())) {
                        return;
                    }
                }
            }
        }
    }

    // The library throws what it likes where a file is not as it should be; what a taker throws is not caught.
    private static ReadableWorkbook opened(Opening opening) throws IOException {
        try {
            return opening.open();
        } catch (RuntimeException _) {
            throw new TableRefused(CheckedXlsx.notAWorkbook());
        }
    }

    private static List<Sheet> sheets(ReadableWorkbook workbook) throws TableRefused {
        try {
            return workbook.getSheets().toList();
        } catch (RuntimeException _) {
            throw new TableRefused(CheckedXlsx.notAWorkbook());
        }
    }

    private static Sheet firstSeen(List<Sheet> sheets) throws TableRefused {
        if (sheets.isEmpty()) {
            throw new TableRefused(CheckedXlsx.notAWorkbook());
        }
        return sheets.stream()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .findFirst()
                .orElseThrow(() -> TableRefused.file("sheets-hidden", "Every sheet of the workbook is hidden"));
    }

    private static List<String> hiddenBefore(Sheet seen, List<Sheet> sheets) {
        return sheets.subList(0, sheets.indexOf(seen)).stream()
                .map(Sheet::getName)
                .toList();
    }

    private static Stream<Row> stream(Sheet sheet) throws IOException {
        try {
            return sheet.openStream();
        } catch (RuntimeException _) {
            throw new TableRefused(CheckedXlsx.notAWorkbook());
        }
    }

    private Optional<SheetRow> next(Iterator<Row> from) throws TableRefused {
        try {
            while (from.hasNext()) {
                var row = row(from.next());
                if (!row.cells().isEmpty()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RuntimeException _) {
            throw new TableRefused(CheckedXlsx.notAWorkbook());
        }
    }

    private SheetRow row(Row row) throws TableRefused {
        var cells = new ArrayList<SheetCell>();
        int last = 0;
        for (int column = 0; column < row.getCellCount(); column++) {
            SheetCell cell = shown.cell(row.getCell(column));
            boolean blank = Blanks.isBlank(cell.text());
            if (!blank && column >= limits.columns()) {
                throw new TableRefused(new Refusal(
                        "columns-too-many",
                        row.getRowNum(),
                        new CellPlace(row.getRowNum(), column + 1).letters(),
                        "The table can have up to %,d columns".formatted(limits.columns())));
            }
            last = blank ? last : column + 1;
            if (column < limits.columns()) {
                cells.add(cell);
            }
            characters += cell.text().length();
        }
        requireRoom(row.getRowNum(), last > 0);
        return new SheetRow(row.getRowNum(), List.copyOf(cells.subList(0, last)));
    }

    private void requireRoom(int number, boolean filled) throws TableRefused {
        rows += filled ? 1 : 0;
        if (rows > limits.rows()) {
            throw new TableRefused(new Refusal(
                    "too-many-rows", number, "", "The table can have up to %,d rows".formatted(limits.rows())));
        }
        if (characters > limits.characters()) {
            throw new TableRefused(
                    new Refusal("text-too-much", number, "", "The workbook holds more text than a table needs"));
        }
    }
}
