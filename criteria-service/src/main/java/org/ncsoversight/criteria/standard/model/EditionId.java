package org.ncsoversight.criteria.standard.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** The short code by which an edition of the Standard is known everywhere. */
public record EditionId(String value) {

    private static final int MAX_LENGTH = 60;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public EditionId {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an edition code: " + value);
        }
    }

    public static Optional<EditionId> parse(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches()
                ? Optional.of(new EditionId(text))
                : Optional.empty();
    }
}
