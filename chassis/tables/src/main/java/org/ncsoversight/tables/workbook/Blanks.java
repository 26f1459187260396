package org.ncsoversight.tables.workbook;

/** What nobody sees around a text: spaces of every kind, also those that do not break, and marks of no width. */
public final class Blanks {

    private Blanks() {}

    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(Blanks::isBlank);
    }

    /** Without what nobody sees at either end. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(int character) {
        return character <= ' '
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
