package org.ncsoversight.outcomes.file;

/**
 * One thing wrong with one row.
 *
 * @param row as a spreadsheet counts: the headings are row 1
 * @param column the heading, or empty when the whole row is meant
 */
public record BadRow(int row, String column, String code, String message) {

    static BadRow of(int row, Column column, RowFault fault) {
        return new BadRow(row, column.heading(), fault.code(), fault.message());
    }

    static BadRow of(int row, RowFault fault) {
        return new BadRow(row, "", fault.code(), fault.message());
    }
}
