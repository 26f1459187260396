package org.ncsoversight.reporting.readiness;

import java.time.LocalDate;
import java.util.List;

/** How ready one provider is for one edition on one day: a band and its reasons for each criterion, in the edition's order. */
public record Readiness(String edition, LocalDate asOf, List<Criterion> criteria) {

    public Readiness {
        criteria = List.copyOf(criteria);
    }

    /** Reasons are empty exactly when the band is {@link Band#READY}. */
    public record Criterion(String code, Band band, List<Reason> reasons) {

        public Criterion {
            reasons = List.copyOf(reasons);
        }
    }

    /** The whole of it: no clock, no store, no weights; the same facts always give the same answer. */
    public static Readiness of(ProviderFacts facts, Edition edition, LocalDate asOf) {
        var judgement = new Judgement(facts, edition, asOf);
        return new Readiness(
                edition.code(),
                asOf,
                edition.criteria().stream().map(judgement::of).toList());
    }

    /** How many criteria are ready. */
    public int ready() {
        return (int) criteria.stream()
                .filter(criterion -> criterion.band() == Band.READY)
                .count();
    }
}
