package org.ncsoversight.evidence.together.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * What a campaign asks, by when, and of whom.
 *
 * @param criteria what an answer must be evidence for, any of them; none says that any evidence will do
 * @param dueOn the last day on which an answer is in time
 */
public record Asked(
        String title,
        String request,
        String edition,
        SortedSet<CriterionCode> criteria,
        LocalDate dueOn,
        List<ProviderId> providers) {

    public Asked {
        criteria = Collections.unmodifiableSortedSet(new TreeSet<>(criteria));
        providers = providers.stream()
                .distinct()
                .sorted(Comparator.comparing(ProviderId::ukprn))
                .toList();
        if (providers.isEmpty()) {
            throw new IllegalArgumentException("a campaign asks at least one provider");
        }
    }

    Asked dueOn(LocalDate later) {
        return new Asked(title, request, edition, criteria, later, providers);
    }
}
