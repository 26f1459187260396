package org.ncsoversight.feedback.model;

import java.time.LocalDate;
import java.util.List;

/**
 * One mystery shop, as recorded once and for all.
 *
 * @param provider who was shopped
 * @param comment free text, which never leaves this service; may be empty
 */
public record Shop(
        ShopId id,
        long version,
        Ukprn provider,
        Touchpoint touchpoint,
        String wave,
        Channel channel,
        String scenario,
        LocalDate shopDate,
        List<SectionScore> sections,
        String comment) {

    public Shop {
        sections = List.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("A shop has at least one section score");
        }
    }
}
