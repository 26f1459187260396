package org.ncsoversight.outcomes.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The UK Provider Reference Number by which an organisation is known. */
public record Ukprn(String value) implements Comparable<Ukprn> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{7}");

    public Ukprn {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a UKPRN");
        }
    }

    public static Optional<Ukprn> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Ukprn(text)) : Optional.empty();
    }

    @Override
    public int compareTo(Ukprn other) {
        return value.compareTo(other.value);
    }
}
