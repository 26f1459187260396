package org.ncsoversight.evidence.items.model;

import java.util.Locale;
import java.util.Optional;

/** How carefully a piece of evidence must be handled, in the government's words. */
public enum Classification {
    OFFICIAL,
    OFFICIAL_SENSITIVE;

    /** The word used in JSON and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Classification> of(String word) {
        for (Classification one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
