package org.ncsoversight.evidence.items.store;

import java.time.LocalDate;
import java.util.Optional;

/** What asks for applying the rules again, kept until they were applied: who hears of it may die before it does so. */
public interface RuleNews {

    /** News up to a number, and a day for which the rules were not applied yet. */
    record Pending(long news, LocalDate day) {}

    void heard();

    /** Empty when all that was heard is answered and the day is not new. */
    Optional<Pending> pending(LocalDate today);

    /** The rules were applied since; what was heard meanwhile stays. */
    void answered(Pending pending);
}
