package org.ncsoversight.tables;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from computing what somebody typed as text, in a way that can be taken back: a text that begins
 * like a formula, or like one that was guarded already, gets an apostrophe, and whoever reads it takes one away.
 */
public final class FormulaGuard {

    private static final String BLANK = "[\\s\\p{Z}\\p{Cf}]";
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)'*(?:" + BLANK + "*[=+\\-@＝＋－＠]|[\\t\\r\\n]).*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    private FormulaGuard() {}

    /** For a cell of a CSV file. */
    public static String put(String text) {
        return isLikeAFormula(text) && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** For a cell of a workbook, where text is text: only what would lose its own apostrophe when it is read needs another. */
    static String putInWorkbook(String text) {
        return text.startsWith("'") && isLikeAFormula(text) ? "'" + text : text;
    }

    /** What {@link #put} was given. */
    public static String take(String cell) {
        return cell.startsWith("'") && isLikeAFormula(cell) ? cell.substring(1) : cell;
    }

    private static boolean isLikeAFormula(String text) {
        return !text.isEmpty()
                && !Character.isLetterOrDigit(text.charAt(0))
                && LIKE_A_FORMULA.matcher(text).matches();
    }
}
