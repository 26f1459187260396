package org.ncsoversight.tables;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that is read row by row, none of which may be longer than any honest one: a parser of CSV keeps a whole row in memory,
 * however many cells it has and wherever its last quotation mark is.
 */
public final class BoundedRows extends FilterReader {

    /** A row has no end where it should. */
    public static final class RowTooLong extends IOException {

        private static final long serialVersionUID = 1;

        RowTooLong() {
            super("a row is longer than " + LONGEST_IN_CHARACTERS + " characters");
        }
    }

    /** More than fifty cells of the longest text a spreadsheet program takes are never used. */
    private static final int LONGEST_IN_CHARACTERS = 1 << 20;

    private int sinceRow;

    public BoundedRows(Reader text) {
        super(text);
    }

    /** To be said after each row. */
    public void rowEnded() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = super.read(into, from, most);
        count(Math.max(0, read));
        return read;
    }

    private void count(int characters) throws RowTooLong {
        sinceRow += characters;
        if (sinceRow > LONGEST_IN_CHARACTERS) {
            throw new RowTooLong();
        }
    }
}
