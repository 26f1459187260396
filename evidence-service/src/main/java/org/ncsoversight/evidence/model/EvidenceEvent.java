package org.ncsoversight.evidence.model;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to a piece of evidence; each carries the evidence as it is afterwards. */
public sealed interface EvidenceEvent {

    UUID eventId();

    Evidence evidence();

    default Instant occurredAt() {
        return evidence().latest().at();
    }

    /** A provider sent it. */
    record Submitted(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor found that it shows what it says. */
    record Accepted(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** An assessor sent it back with a reason. */
    record Returned(UUID eventId, Evidence evidence) implements EvidenceEvent {}

    /** Its provider took it back. */
    record Withdrawn(UUID eventId, Evidence evidence) implements EvidenceEvent {}
}
