package org.ncsoversight.tables.workbook;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as spreadsheet programs write them: a few digits, and an exponent that a double can hold. */
final class Figure {

    private static final int LONGEST_IN_CHARACTERS = 40;
    private static final int LARGEST_EXPONENT = 320;
    private static final int LONGEST_EXPONENT_IN_DIGITS = 4;
    /** What spreadsheet programs keep. */
    private static final MathContext DIGITS = new MathContext(15);

    private Figure() {}

    /** Nothing is computed before this holds: a short exponent is all it takes to fill the memory. */
    static boolean isModest(CharSequence number) {
        if (number.length() > LONGEST_IN_CHARACTERS) {
            return false;
        }
        String text = number.toString();
        int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (exponentAt < 0) {
            return true;
        }
        String exponent = text.substring(exponentAt + 1).replaceFirst("^[+-]", "");
        return exponent.length() <= LONGEST_EXPONENT_IN_DIGITS
                && exponent.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                && !exponent.isEmpty()
                && Integer.parseInt(exponent) <= LARGEST_EXPONENT;
    }

    static String plain(BigDecimal modest) {
        return modest.round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
