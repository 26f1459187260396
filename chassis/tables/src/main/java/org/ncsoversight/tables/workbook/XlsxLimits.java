package org.ncsoversight.tables.workbook;

/**
 * How much a workbook may hold.
 *
 * @param rows most rows that are not blank
 * @param columns most columns in which something stands
 * @param characters most characters of all cells that are read, each as often as it is used
 * @param unpackedBytes most bytes that its parts unpack to
 */
public record XlsxLimits(int rows, int columns, int characters, long unpackedBytes) {

    /** What fits beside everything else in the memory of a small service. */
    public static final long UNPACKED_BYTES = 32L << 20;

    public static final int CHARACTERS = 8 << 20;

    public static XlsxLimits of(int rows, int columns) {
        return new XlsxLimits(rows, columns, CHARACTERS, UNPACKED_BYTES);
    }
}
