package org.ncsoversight.reporting.heard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What we need of one outcome claim. */
record ClaimMessage(
        String claim,
        long version,
        String ukprn,
        String touchpoint,
        int outcomeType,
        boolean priority,
        LocalDate effectiveOn) {

    private static final int CAREER_MANAGEMENT = 2;
    private static final List<Integer> JOB_OR_LEARNING = List.of(3, 4, 5);

    ClaimMessage {
        Limits.code("claim", claim);
        Limits.version(version);
        Limits.ukprn(ukprn);
        Limits.code("touchpoint", touchpoint);
        Limits.day("effectiveOn", effectiveOn);
    }

    Heard.Fact asFact() {
        List<Latest.Share> shares = List.of(
                share("career-management", outcomeType == CAREER_MANAGEMENT),
                share("job-or-learning", JOB_OR_LEARNING.contains(outcomeType)));
        return new Heard.Fact(ukprn, Heard.Kind.CLAIM, claim, Latest.counted(version, shares));
    }

    private Latest.Share share(String measure, boolean counts) {
        String tally = TallyKey.of(
                measure, YearMonth.from(effectiveOn), touchpoint, TallyKey.NONE, priority ? "priority" : "other");
        return new Latest.Share(tally, counts ? BigDecimal.ONE : BigDecimal.ZERO, BigDecimal.ONE);
    }
}
