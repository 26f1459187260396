package org.ncsoversight.criteria.register.model;

import java.time.LocalDate;
import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;

/** What must be known of the rest of the register when an entry is checked. */
public interface RegisterView {

    Optional<Provider> provider(Ukprn ukprn);

    /** Whether it is the prime of any contract. */
    boolean holdsContracts(Ukprn ukprn);

    /** Whether it takes part in any contract that begins on this day or later. */
    boolean takesPartFrom(Ukprn ukprn, LocalDate day);
}
