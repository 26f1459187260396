package org.ncsoversight.outcomes.model;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to a claim. */
public sealed interface ClaimEvent {

    /** Made before the write, so that a retry announces the same event. */
    UUID eventId();

    Instant recordedAt();

    Claim claim();

    /** A claim is there, or says something else than before. */
    record ClaimRecorded(UUID eventId, Instant recordedAt, Claim claim) implements ClaimEvent {}
}
