package org.ncsoversight.outcomes.viewing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.model.Ukprn;
import org.ncsoversight.outcomes.security.VisibleProviders;

/** What has been claimed, as far as the one who asks may see it. */
public interface Claims {

    /** How many outcomes of one type a provider reached in one month. */
    record MonthlyCount(Ukprn provider, YearMonth month, OutcomeType type, int claims, int priorityClaims) {}

    /** In the order of ids, beginning after one. */
    List<Claim> page(VisibleProviders visible, Optional<ClaimId> after, int limit);

    /** By provider, month and type, latest month first. */
    List<MonthlyCount> monthlyCounts(VisibleProviders visible);
}
