package org.ncsoversight.reporting.heard;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newest version of an entity adds to its provider's facts, kept so that a newer one can take it back exactly.
 *
 * @param evidence the item itself, kept whole for there are few; null for everything that is only counted
 * @param shares what is only counted
 */
public record Latest(long version, @Nullable EvidenceMessage evidence, List<Share> shares) {

    public Latest {
        shares = List.copyOf(shares);
    }

    /**
     * Its part in one tally.
     *
     * @param tally {@code measure|month|touchpoint|channel|priority}
     */
    public record Share(String tally, BigDecimal numerator, BigDecimal denominator) {}
}
