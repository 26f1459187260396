package org.ncsoversight.criteria.standard.store;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;

/**
 * An edition became known, or known differently, and stands like this now.
 *
 * @param unmapped the criteria of the edition it follows that lead nowhere in this one
 */
public record EditionPublished(UUID eventId, Instant recordedAt, Edition edition, Set<CriterionCode> unmapped) {

    public EditionPublished {
        unmapped = Set.copyOf(unmapped);
    }

    /** For an edition that follows the one given, if any. */
    public static EditionPublished following(UUID eventId, Instant recordedAt, Edition edition, EditionStore editions) {
        return new EditionPublished(
                eventId,
                recordedAt,
                edition,
                edition.replaces()
                        .flatMap(earlier -> editions.find(earlier.edition()))
                        .map(edition::mappedToNothing)
                        .orElse(Set.of()));
    }

    /** For an edition that follows no other. */
    public EditionPublished(UUID eventId, Instant recordedAt, Edition edition) {
        this(eventId, recordedAt, edition, Set.of());
    }
}
