package org.ncsoversight.evidence.items.model;

import java.util.Locale;
import java.util.Optional;

/** What a piece of evidence is made of. */
public enum Kind {
    /** Files. */
    DOCUMENT,
    /** What somebody tells in the statement. */
    ACCOUNT,
    /** Figures. */
    DATA,
    /** One of the registers that the Standard names. */
    REGISTER,
    /** Something published elsewhere. */
    LINK;

    /** The word used in JSON, on topics and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> of(String word) {
        for (Kind one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
