package org.ncsoversight.reporting.readiness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything known of one provider that readiness depends on; the order of the lists means nothing. */
public record ProviderFacts(
        List<Evidence> evidence,
        List<Tally> tallies,
        List<Stock> stocks,
        List<Complaint> complaints,
        List<NamedThread> threads) {

    public ProviderFacts {
        evidence = List.copyOf(evidence);
        tallies = List.copyOf(tallies);
        stocks = List.copyOf(stocks);
        complaints = List.copyOf(complaints);
        threads = List.copyOf(threads);
    }

    /** Where a piece of evidence stands with its reviewer. */
    public enum State {
        SUBMITTED,
        ACCEPTED,
        RETURNED,
        WITHDRAWN,
        EXPIRED
    }

    /**
     * One piece of evidence.
     *
     * @param reviewDate the last day on which it counts
     * @param textVersions by criterion, the wording it was submitted against
     */
    public record Evidence(
            String id,
            String edition,
            Set<String> criteria,
            Voice voice,
            State state,
            LocalDate reviewDate,
            Map<String, Integer> textVersions) {

        public Evidence {
            criteria = Set.copyOf(criteria);
            textVersions = Map.copyOf(textVersions);
        }

        boolean currentAt(LocalDate asOf) {
            return !reviewDate.isBefore(asOf);
        }

        /** Whether it says anything about its criteria, be it only that it once did. */
        boolean speaksAt(LocalDate asOf) {
            return switch (state) {
                case SUBMITTED, ACCEPTED, RETURNED -> true;
                case WITHDRAWN -> false;
                // By its date it has lapsed, and that is worth saying; by a rule it is as if it were not there.
                case EXPIRED -> !currentAt(asOf);
            };
        }

        boolean acceptedAndCurrentAt(LocalDate asOf) {
            return state == State.ACCEPTED && currentAt(asOf);
        }
    }

    /**
     * One month of one measure; tallies of the same measure and month add up.
     *
     * @param base how many responses, shops or claims stand behind it
     */
    public record Tally(String measure, YearMonth month, BigDecimal numerator, BigDecimal denominator, long base) {}

    /**
     * What a register counts until it counts differently: not a flow that adds up over months.
     *
     * @param asOf since when it counts this
     */
    public record Stock(String measure, String register, LocalDate asOf, long numerator, long denominator) {}

    /** A complaint that touches a criterion and must be answered by a day. */
    public record Complaint(String id, String criterion, LocalDate due, boolean answered) {}

    /**
     * A thread the provider named through several criteria of an edition, and the ids of the evidence hung on it.
     *
     * @param id its name is told to nobody
     */
    public record NamedThread(String id, String edition, Set<String> criteria, Set<String> evidence) {

        public NamedThread {
            criteria = Set.copyOf(criteria);
            evidence = Set.copyOf(evidence);
        }
    }
}
