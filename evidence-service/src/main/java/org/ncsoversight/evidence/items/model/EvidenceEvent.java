package org.ncsoversight.evidence.items.model;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to a piece of evidence; each carries the evidence as it is afterwards. */
public sealed interface EvidenceEvent {

    UUID eventId();

    Evidence evidence();

    default Instant occurredAt() {
        return evidence().latest().at();
    }

    /** When this service heard of it: at once, except for what happened on another installation. */
    default Instant recordedAt() {
        return occurredAt();
    }

    /** A provider sent it, for the first time or again. */
    record Submitted(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor took it up, or took it over from another. */
    record ReviewStarted(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor put it back into the queue. */
    record ReviewReleased(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor found that it shows what it says. */
    record Accepted(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor sent it back with a reason. */
    record Returned(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** Its provider took it back. */
    record Withdrawn(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** A newer item that replaces it was accepted. */
    record Superseded(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** A date or a rule says that it no longer counts. */
    record Expired(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** Its owner found that it still answers a criterion whose text has changed. */
    record Reaffirmed(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** Its owner or its threads changed; nothing of that leaves the service. */
    record Arranged(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** It came with all that happened to it from another installation that is trusted. */
    record Imported(UUID eventId, Evidence evidence, Instant recordedAt) implements EvidenceEvent {}
}
