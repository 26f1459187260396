package org.ncsoversight.evidence.registers.counting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Count;

/**
 * Something that can be counted for each provider; each is a bean, so that all of them are counted again every day.
 *
 * <p>After each change its owner says so to {@link AnnounceCounts}.
 */
public interface CountedRegister {

    /** The word that stands on the topic, for example advisers. */
    String code();

    /** Every provider that has anything in it. */
    Collection<ProviderId> providers();

    /** What it counts on a day, from what is kept now; the measures always in the same order. */
    List<Count> counts(ProviderId provider, LocalDate asOf);
}
