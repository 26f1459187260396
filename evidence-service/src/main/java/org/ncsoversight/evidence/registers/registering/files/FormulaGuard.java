package org.ncsoversight.evidence.registers.registering.files;

import java.util.regex.Pattern;

/** Keeps a spreadsheet from computing what somebody typed as text: such text leaves with an apostrophe and returns without. */
final class FormulaGuard {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String put(String text) {
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    static String take(String text) {
        return GUARDED.matcher(text).matches() ? text.substring(1) : text;
    }
}
