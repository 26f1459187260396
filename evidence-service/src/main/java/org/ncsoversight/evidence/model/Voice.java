package org.ncsoversight.evidence.model;

import java.util.Locale;
import java.util.Optional;

/** Who speaks in a piece of evidence. */
public enum Voice {
    MANAGER,
    STAFF,
    CLIENT,
    PARTNER;

    /** The word used in JSON, on topics and in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Voice> of(String word) {
        for (Voice voice : values()) {
            if (voice.word().equals(word)) {
                return Optional.of(voice);
            }
        }
        return Optional.empty();
    }
}
