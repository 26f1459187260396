package org.ncsoversight.evidence.items.model;

import java.util.Locale;
import java.util.Optional;

/** Where a piece of evidence stands. */
public enum EvidenceState {
    /** Being prepared: in the history only, because what is not submitted yet is a {@link Draft} and no evidence. */
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    ACCEPTED,
    RETURNED,
    WITHDRAWN,
    SUPERSEDED,
    EXPIRED;

    /** The word used in JSON, on topics and in filters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<EvidenceState> of(String word) {
        for (EvidenceState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /** Whether it stands in the reviewers' queue. */
    public boolean awaitsReview() {
        return this == SUBMITTED || this == IN_REVIEW;
    }

    /** Whether its provider may still take it back. */
    public boolean canBeWithdrawn() {
        return this != WITHDRAWN && this != SUPERSEDED;
    }

    /** Whether its provider may send a new revision; not while a reviewer reads it. */
    public boolean canBeRevised() {
        return switch (this) {
            case SUBMITTED, ACCEPTED, RETURNED, EXPIRED -> true;
            case DRAFT, IN_REVIEW, WITHDRAWN, SUPERSEDED -> false;
        };
    }
}
