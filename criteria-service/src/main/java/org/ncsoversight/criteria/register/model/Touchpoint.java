package org.ncsoversight.criteria.register.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The area identifier of the funder: ten digits kept as text, because its leading zeros matter. */
public record Touchpoint(String value) implements Comparable<Touchpoint> {

    private static final int LENGTH = 10;
    private static final Pattern FORM = Pattern.compile("[0-9]{1,10}");
    private static final String NONE = "0".repeat(LENGTH);

    public Touchpoint {
        if (value.length() != LENGTH || !FORM.matcher(value).matches() || value.equals(NONE)) {
            throw new IllegalArgumentException("Not a touchpoint: " + value);
        }
    }

    /** Spreadsheets lose leading zeros, so 201 is read as 0000000201. */
    public static Optional<Touchpoint> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String padded = NONE.substring(text.length()) + text;
        return padded.equals(NONE) ? Optional.empty() : Optional.of(new Touchpoint(padded));
    }

    @Override
    public int compareTo(Touchpoint other) {
        return value.compareTo(other.value);
    }
}
