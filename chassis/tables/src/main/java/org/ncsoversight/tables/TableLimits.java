package org.ncsoversight.tables;

import org.ncsoversight.tables.workbook.XlsxLimits;

/**
 * How much a table may hold.
 *
 * @param rows most rows below the headings that are not blank
 * @param columns most columns in which something stands
 * @param unpackedBytes most bytes that the parts of a workbook unpack to
 */
public record TableLimits(int rows, int columns, long unpackedBytes) {

    /** What may stand above the headings of a workbook. */
    private static final int ROWS_ABOVE = 50;

    public static TableLimits of(int rows, int columns) {
        return new TableLimits(rows, columns, XlsxLimits.UNPACKED_BYTES);
    }

    XlsxLimits ofWorkbook() {
        return new XlsxLimits(rows + ROWS_ABOVE, columns, XlsxLimits.CHARACTERS, unpackedBytes);
    }
}
