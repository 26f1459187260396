package org.ncsoversight.outcomes.model;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Who delivers in one area over one period. */
public record Contract(
        Touchpoint touchpoint,
        String area,
        LocalDate from,
        Optional<LocalDate> to,
        Ukprn prime,
        Set<Ukprn> subcontractors) {

    public Contract {
        subcontractors = Set.copyOf(subcontractors);
    }

    /** Both ends belong to the period. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && to.map(last -> !date.isAfter(last)).orElse(true);
    }

    public boolean involves(Ukprn provider) {
        return prime.equals(provider) || subcontractors.contains(provider);
    }
}
