package org.ncsoversight.evidence.registers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * What a provider's register counts, as last announced.
 *
 * @param register the register's code, for example advisers
 * @param version counts up from 1 each time something counts differently
 * @param asOf the day it was counted; it counted the same on each day since
 */
public record RegisterCounts(ProviderId provider, String register, long version, LocalDate asOf, List<Count> measures) {

    public RegisterCounts {
        measures = List.copyOf(measures);
    }

    /** What happens to counts: they come out differently. */
    public record Counted(UUID eventId, Instant at, RegisterCounts counts) {}

    /** The next version of them, announced. */
    public Counted recounted(List<Count> now, LocalDate day, Instant at, UUID eventId) {
        return new Counted(eventId, at, new RegisterCounts(provider, register, version + 1, day, now));
    }

    /** Counts of a register nobody has counted yet. */
    public static RegisterCounts none(ProviderId provider, String register) {
        return new RegisterCounts(provider, register, 0, LocalDate.EPOCH, List.of());
    }

    /** Whether counting again said nothing new; a register in which there is nothing to judge yet says nothing. */
    public boolean sayTheSameAs(List<Count> now) {
        return version == 0 ? now.stream().allMatch(count -> count.denominator() == 0) : measures.equals(now);
    }
}
