package org.ncsoversight.reporting.heard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newest version of an entity adds to its provider's facts, kept so that a newer one can take it back exactly.
 *
 * <p>What there are few of is kept whole, everything else is only counted. State written before there were threads and
 * registers lacks their fields, and reads as without.
 *
 * @param shares what is only counted
 */
public record Latest(
        long version,
        @Nullable EvidenceMessage evidence,
        @Nullable ThreadMessage thread,
        @Nullable RegisterMessage register,
        List<Share> shares) {

    public Latest {
        shares = List.copyOf(shares);
    }

    static Latest of(EvidenceMessage evidence) {
        return new Latest(evidence.version(), evidence, null, null, List.of());
    }

    static Latest of(ThreadMessage thread) {
        return new Latest(thread.version(), null, thread, null, List.of());
    }

    static Latest of(RegisterMessage register) {
        return new Latest(register.version(), null, null, register, List.of());
    }

    static Latest counted(long version, List<Share> shares) {
        return new Latest(version, null, null, null, shares);
    }

    /**
     * Its part in one tally.
     *
     * @param tally {@code measure|month|touchpoint|channel|priority}
     */
    public record Share(String tally, BigDecimal numerator, BigDecimal denominator) {}
}
