package org.ncsoversight.criteria.tables;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheet programs from taking a text for a formula, in a way that can be taken back: a text that begins like
 * one, or like one that was guarded already, gets an apostrophe, and whoever reads it takes one away.
 */
final class Formulas {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r＝＋－＠].*");

    private Formulas() {}

    static String guarded(String text) {
        return LIKE_A_FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String unguarded(String text) {
        return text.startsWith("'") && LIKE_A_FORMULA.matcher(text).matches() ? text.substring(1) : text;
    }
}
