package org.ncsoversight.evidence.spreadsheet;

import java.util.regex.Pattern;

/** Keeps text in a CSV file text: a spreadsheet program runs what starts like a formula. */
public final class Formulas {

    private static final String STARTS_OF_FORMULAS = "=+\\-@＝＋－＠";
    private static final Pattern ARMED =
            Pattern.compile("\\s*[" + STARTS_OF_FORMULAS + "].*|[\\t\\r].*", Pattern.DOTALL);
    private static final Pattern DISARMED =
            Pattern.compile("'(\\s*[" + STARTS_OF_FORMULAS + "]|[\\t\\r]).*", Pattern.DOTALL);

    private Formulas() {}

    /** With an apostrophe in front when it would be run. */
    public static String disarmed(String text) {
        return ARMED.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #disarmed} was given, so that a file of ours comes back as it went. */
    public static String asWritten(String cell) {
        return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
