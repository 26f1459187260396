package org.ncsoversight.evidence.model;

import java.util.Locale;
import java.util.Optional;

/** Where a piece of evidence stands. */
public enum EvidenceState {
    SUBMITTED,
    ACCEPTED,
    RETURNED,
    WITHDRAWN;

    /** The word used in JSON, on topics and in filters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EvidenceState> of(String word) {
        for (EvidenceState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Whether an assessor may decide on it. */
    public boolean awaitsReview() {
        return this == SUBMITTED;
    }

    /** Whether its provider may still take it back. */
    public boolean canBeWithdrawn() {
        return this != WITHDRAWN;
    }
}
