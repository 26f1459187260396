package org.ncsoversight.evidence.items.model;

import java.util.Locale;
import java.util.Optional;

/** What somebody did with a piece of evidence. */
public enum Action {
    DRAFTED,
    HANDED_OVER,
    SUBMITTED,
    REVIEW_STARTED,
    REVIEW_RELEASED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN,
    SUPERSEDED,
    EXPIRED,
    /** Its owner found that it still answers a criterion whose text has changed. */
    REAFFIRMED,
    /** Somebody else looks after it, or it hangs on other threads; what it says is the same. */
    ARRANGED;

    /** Whether it left the state as it was. */
    public boolean keepsState() {
        return this == REAFFIRMED || this == ARRANGED;
    }

    /** The word used in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> of(String word) {
        for (Action one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
