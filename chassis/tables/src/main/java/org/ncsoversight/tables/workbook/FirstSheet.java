package org.ncsoversight.tables.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Hands out the rows of a workbook that was checked. */
final class FirstSheet {

    /** Opens the workbook. */
    @FunctionalInterface
    interface Opening {
        ReadableWorkbook open() throws IOException;
    }

    private static final BigDecimal FIRST_DAY = BigDecimal.ONE;
    /** 31 December 9999. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);

    private final XlsxLimits limits;
    private int rows;
    private long characters;

    private FirstSheet(XlsxLimits limits) {
        this.limits = limits;
    }

    static void read(Opening opening, XlsxLimits limits, CheckedXlsx.Rows taker) throws IOException {
        var sheet = new FirstSheet(limits);
        try (var workbook = opened(opening);
                Stream<Row> stream = stream(workbook)) {
            Iterator<Row> rows = stream.iterator();
            for (var row = sheet.next(rows); row.isPresent(); row = sheet.next(rows)) {
                if (!taker.take(row.get())) {
                    return;
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

    private static Stream<Row> stream(ReadableWorkbook workbook) throws IOException {
        try {
            return workbook.getFirstSheet().openStream();
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
            SheetCell cell = cell(row.getCell(column));
            boolean blank = cell.text().isBlank();
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
                    "rows-too-many", number, "", "The table can have up to %,d rows".formatted(limits.rows())));
        }
        if (characters > limits.characters()) {
            throw new TableRefused(
                    new Refusal("text-too-much", number, "", "The workbook holds more text than a table needs"));
        }
    }

    private static SheetCell cell(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return SheetCell.EMPTY;
        }
        if (cell.getType() != CellType.NUMBER) {
            return SheetCell.of(cell.getText());
        }
        BigDecimal number = cell.asNumber();
        boolean day = number.compareTo(FIRST_DAY) >= 0 && number.compareTo(LAST_DAY) <= 0;
        @Nullable String format = cell.getDataFormatString();
        return new SheetCell(
                Figure.plain(number),
                day ? Optional.of(cell.asDate().toLocalDate()) : Optional.empty(),
                format != null && format.toLowerCase(Locale.ROOT).contains("yy"));
    }
}
