package org.ncsoversight.outcomes.model;

import java.time.LocalDate;

/**
 * One outcome claimed for one client.
 *
 * @param provider who delivered
 * @param ageBand on the effective date
 * @param effectiveOn when the prime was told that the client had achieved the outcome
 */
public record Claim(
        ClaimId id,
        long version,
        Ukprn provider,
        Touchpoint touchpoint,
        ClientPseudonym client,
        AgeBand ageBand,
        OutcomeType type,
        boolean priority,
        LocalDate sessionOn,
        LocalDate effectiveOn) {

    public Claim withVersion(long other) {
        return new Claim(id, other, provider, touchpoint, client, ageBand, type, priority, sessionOn, effectiveOn);
    }

    public boolean saysTheSameAs(Claim other) {
        return withVersion(other.version).equals(other);
    }

    public CollectionYear collectionYear() {
        return CollectionYear.of(effectiveOn);
    }
}
