package org.ncsoversight.tables.workbook;

import java.util.List;

/** A row that is not blank, up to its last cell in which something stands. */
public record SheetRow(int number, List<SheetCell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Empty where the row ends before. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.EMPTY;
    }
}
