package org.ncsoversight.outcomes.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a cell means; written out because it runs several times for each of very many rows. */
final class Cells {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._:/-]{0,59}");

    private Cells() {}

    /** In one case, because one system writes identifiers in capitals and the next does not. */
    static Optional<String> code(String text) {
        return CODE.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "1", "true", "yes", "y" -> Optional.of(true);
            case "0", "false", "no", "n" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
