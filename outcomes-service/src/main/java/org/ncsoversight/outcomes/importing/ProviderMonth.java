package org.ncsoversight.outcomes.importing;

import java.time.YearMonth;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.Ukprn;

/** What is counted together: the claims of one provider that took effect in one month. */
public record ProviderMonth(Ukprn provider, YearMonth month) {

    static ProviderMonth of(Claim claim) {
        return new ProviderMonth(claim.provider(), YearMonth.from(claim.effectiveOn()));
    }
}
