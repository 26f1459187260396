package org.ncsoversight.tables.workbook;

/**
 * Why a file is not read.
 *
 * @param code stable, for programs
 * @param row as a spreadsheet program numbers it; 0 where it is about the whole file
 * @param column the letters of the column, or nothing
 */
public record Refusal(String code, int row, String column, String message) {

    /** With its place, for people. */
    public String sentence() {
        if (row == 0) {
            return message;
        }
        return column.isEmpty()
                ? "%s (row %,d)".formatted(message, row)
                : "%s (row %,d, column %s)".formatted(message, row, column);
    }

    public static Refusal ofFile(String code, String message) {
        return new Refusal(code, 0, "", message);
    }
}
