package org.ncsoversight.evidence.planning.model;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far an improvement action has come, and where it may go from there. */
public enum ActionState {
    PROPOSED,
    AGREED,
    IN_PROGRESS,
    DONE,
    VERIFIED,
    REOPENED,
    /** A proposal that was not agreed; what was agreed cannot be dropped. */
    DROPPED;

    /** The word used in JSON, exports and filters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ActionState> of(String word) {
        for (ActionState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    public Set<ActionState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(AGREED, DROPPED);
            case AGREED, REOPENED -> EnumSet.of(IN_PROGRESS);
            case IN_PROGRESS -> EnumSet.of(DONE);
            case DONE -> EnumSet.of(VERIFIED, REOPENED);
            case VERIFIED -> EnumSet.of(REOPENED);
            case DROPPED -> EnumSet.noneOf(ActionState.class);
        };
    }

    /** Whether what was planned has been carried out. */
    public boolean isCarriedOut() {
        return this == DONE || this == VERIFIED;
    }

    /** Whether it belongs to the plan, so that it counts when it falls due. */
    public boolean isAgreed() {
        return this != PROPOSED && this != DROPPED;
    }

    /** Whether somebody still has to do something, so that its words may change. */
    public boolean isOpen() {
        return !isCarriedOut() && this != DROPPED;
    }

    /** Whether going there must be explained: why it is open again or dropped, or what was done. */
    public boolean needsReason() {
        return this == REOPENED || this == DROPPED || this == DONE;
    }
}
