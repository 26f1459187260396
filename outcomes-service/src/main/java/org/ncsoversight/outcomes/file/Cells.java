package org.ncsoversight.outcomes.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a cell means; written out because it runs several times for each of very many rows. */
final class Cells {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,59}");
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DAY_FIRST = Pattern.compile("[0-9]{2}/[0-9]{2}/[0-9]{4}");

    private Cells() {}

    /** In one case, because one system writes identifiers in capitals and the next does not. */
    static Optional<String> code(String text) {
        return CODE.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        if (ISO.matcher(text).matches()) {
            return date(text.substring(0, 4), text.substring(5, 7), text.substring(8));
        }
        if (DAY_FIRST.matcher(text).matches()) {
            return date(text.substring(6), text.substring(3, 5), text.substring(0, 2));
        }
        return Optional.empty();
    }

    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "y" -> Optional.of(true);
            case "0", "false", "no", "n" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
