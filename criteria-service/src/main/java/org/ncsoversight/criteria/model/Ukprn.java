package org.ncsoversight.criteria.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The UK Provider Reference Number of an organisation: eight digits, the first not 0. */
public record Ukprn(String value) implements Comparable<Ukprn> {

    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");
    private static final int LOWEST = 10_000_000;
    private static final int HIGHEST = 99_999_999;

    public Ukprn {
        if (!isUkprn(value)) {
            throw new IllegalArgumentException("Not a UKPRN: " + value);
        }
    }

    public static Optional<Ukprn> parse(String text) {
        return isUkprn(text) ? Optional.of(new Ukprn(text)) : Optional.empty();
    }

    private static boolean isUkprn(String text) {
        if (!EIGHT_DIGITS.matcher(text).matches()) {
            return false;
        }
        int number = Integer.parseInt(text);
        // Outside is below or above, never both at once.
        return !(number < LOWEST || number > HIGHEST);
    }

    @Override
    public int compareTo(Ukprn other) {
        return value.compareTo(other.value);
    }
}
