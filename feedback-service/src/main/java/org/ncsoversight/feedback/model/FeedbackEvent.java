package org.ncsoversight.feedback.model;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to feedback. */
public sealed interface FeedbackEvent {

    /** Made before the write, so that a retry announces the same event. */
    UUID eventId();

    Instant recordedAt();

    /** A response is there, or says something else than before. */
    record ResponseRecorded(UUID eventId, Instant recordedAt, Response response) implements FeedbackEvent {}

    /** A mystery shop is there. */
    record ShopRecorded(UUID eventId, Instant recordedAt, Shop shop) implements FeedbackEvent {}
}
