package org.ncsoversight.evidence.exchange.pack;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Reference;

/**
 * Which items a pack holds; no criteria means all, no edition means each item's leading one.
 *
 * @param states never empty
 */
public record PackSelection(
        ProviderId provider,
        @Nullable String edition,
        SortedSet<CriterionCode> criteria,
        SortedSet<EvidenceState> states) {

    public boolean includes(Evidence evidence) {
        return states.contains(evidence.state()) && !criteriaOf(evidence).isEmpty();
    }

    /** The criteria under which an item is listed, in the order of the Standard. */
    public SortedSet<CriterionCode> criteriaOf(Evidence evidence) {
        String wanted = Optional.ofNullable(edition).orElse(evidence.content().edition());
        return evidence.content().references().stream()
                .filter(reference -> reference.edition().equals(wanted))
                .map(Reference::code)
                .filter(code -> criteria.isEmpty() || criteria.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
