package org.ncsoversight.outcomes.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** An area of the service: ten digits, zero-padded, never a number. */
public record Touchpoint(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{10}");
    private static final Pattern SHORT_FORM = Pattern.compile("[0-9]{1,10}");

    public Touchpoint {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a touchpoint");
        }
    }

    /** Spreadsheets drop leading zeros, so a shorter number is padded. */
    public static Optional<Touchpoint> of(String text) {
        return SHORT_FORM.matcher(text).matches()
                ? Optional.of(new Touchpoint("0".repeat(10 - text.length()) + text))
                : Optional.empty();
    }
}
