package org.ncsoversight.tables;

import java.util.Map;

/**
 * A row that is not blank.
 *
 * @param number as a spreadsheet program shows it
 * @param cells by the names of the columns the table has
 * @param tooLong whether something stands after the last column; only in CSV, where a comma too many does that
 * @param tooShort whether it ends before the last column; only in CSV
 */
public record TableRow(int number, Map<String, String> cells, boolean tooLong, boolean tooShort) {

    /** Empty where nothing stands, or where the table has no such column. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Whether the table has this column, whatever stands in it. */
    public boolean has(String column) {
        return cells.containsKey(column);
    }
}
