package org.ncsoversight.evidence.items.bulk;

import java.util.Locale;
import java.util.Optional;

/** What can be done with many items at once. */
public enum BulkAction {
    /** Drafts become evidence. */
    SUBMIT,
    WITHDRAW,
    /** Another colleague answers for them. */
    REASSIGN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<BulkAction> of(String word) {
        for (BulkAction action : values()) {
            if (action.word().equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
