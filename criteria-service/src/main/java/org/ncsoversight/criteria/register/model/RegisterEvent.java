package org.ncsoversight.criteria.register.model;

import java.time.Instant;
import java.util.UUID;

/** Everything that can happen to the register; each event carries the whole new state. */
public sealed interface RegisterEvent {

    UUID eventId();

    Instant recordedAt();

    /** A provider was registered, renamed, or accredited. */
    record ProviderRecorded(UUID eventId, Instant recordedAt, Provider provider) implements RegisterEvent {}

    /** A contract was entered or changed. */
    record ContractRecorded(UUID eventId, Instant recordedAt, Contract contract) implements RegisterEvent {}
}
