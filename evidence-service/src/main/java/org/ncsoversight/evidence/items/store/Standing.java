package org.ncsoversight.evidence.items.store;

import java.time.LocalDate;
import java.util.SortedSet;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;

/** How one item stands, without what it says: little enough that all of a provider's can be looked at together. */
public record Standing(
        EvidenceId id,
        EvidenceState state,
        String title,
        Voice voice,
        SortedSet<Reference> references,
        LocalDate reviewDate) {

    public static Standing of(Evidence evidence) {
        var content = evidence.content();
        return new Standing(
                evidence.id(),
                evidence.state(),
                content.title(),
                content.voice(),
                content.references(),
                content.reviewDate());
    }
}
