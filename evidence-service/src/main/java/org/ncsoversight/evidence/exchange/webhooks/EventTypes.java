package org.ncsoversight.evidence.exchange.webhooks;

import java.util.List;

/** The events a webhook can ask for, by the last part of their type without its version. */
final class EventTypes {

    static final List<String> ALL = List.of(
            "submitted",
            "review-started",
            "review-released",
            "accepted",
            "returned",
            "withdrawn",
            "superseded",
            "expired",
            "reaffirmed",
            "thread-changed",
            "register-counted");

    private EventTypes() {}

    /** {@code accepted} of {@code org.ncsoversight.evidence.accepted.v1}. */
    static String lastPart(String type) {
        String[] parts = type.split("\\.", -1);
        return parts.length < 2 ? type : parts[parts.length - 2];
    }
}
