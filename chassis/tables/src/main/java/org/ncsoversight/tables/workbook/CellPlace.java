package org.ncsoversight.tables.workbook;

/** Where a cell stands, both from 1. */
record CellPlace(int row, int column) {

    /** The last row and the last column, XFD, of any spreadsheet program. */
    static final int LAST_ROW = 1 << 20;

    static final int LAST_COLUMN = 1 << 14;
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    /** As it is written in a sheet: AB12. */
    static CellPlace of(String reference, int inRow) throws TableRefused {
        int letters = 0;
        int column = 0;
        while (letters < reference.length() && letters <= MOST_LETTERS && isLetter(reference.charAt(letters))) {
            column = column * LETTERS + Character.toUpperCase(reference.charAt(letters)) - 'A' + 1;
            letters++;
        }
        if (letters == 0 || letters > MOST_LETTERS || column > LAST_COLUMN) {
            throw new TableRefused(new Refusal(
                    "column-out-of-range", inRow, "", "A cell stands in a column after XFD, the last there is"));
        }
        return new CellPlace(row(reference.substring(letters)), column);
    }

    static int row(String digits) throws TableRefused {
        boolean number = !digits.isEmpty()
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int row = number ? Integer.parseInt(digits) : 0;
        if (row < 1 || row > LAST_ROW) {
            throw TableRefused.file("row-out-of-range", "A row has a number that no spreadsheet program gives");
        }
        return row;
    }

    private static boolean isLetter(char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    }

    String letters() {
        var letters = new StringBuilder();
        for (int left = column; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }
}
