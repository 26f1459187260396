package org.ncsoversight.reporting.readiness;

import java.util.Locale;

/** Who must be able to speak to a criterion. */
public enum Voice {
    MANAGER,
    STAFF,
    CLIENT,
    PARTNER;

    /** The word used on topics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses any other word. */
    public static Voice of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
