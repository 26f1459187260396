package org.ncsoversight.evidence.planning.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ncsoversight.evidence.model.CriterionCode;

/**
 * What an action is meant to improve.
 *
 * @param difference what will be different when it is done
 * @param owner the username of the colleague who answers for it
 * @param dueOn the last day on which it is in time
 */
public record Improvement(
        String title,
        String difference,
        String edition,
        SortedSet<CriterionCode> criteria,
        String owner,
        LocalDate dueOn,
        List<Source> sources) {

    public Improvement {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("an improvement is for at least one criterion");
        }
        criteria = Collections.unmodifiableSortedSet(new TreeSet<>(criteria));
        sources = List.copyOf(sources);
    }
}
