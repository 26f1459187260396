package org.ncsoversight.evidence.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a provider says in a piece of evidence, and for which criteria of which edition.
 *
 * @param criteria each criterion with the version of its text that the provider saw
 * @param reviewDate the last day on which it counts as current
 */
public record Content(
        String edition,
        SortedMap<CriterionCode, Integer> criteria,
        String title,
        String statement,
        Voice voice,
        Period period,
        LocalDate reviewDate) {

    public Content {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("evidence is for at least one criterion");
        }
        criteria = Collections.unmodifiableSortedMap(new TreeMap<>(criteria));
    }

    public SortedSet<CriterionCode> codes() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(criteria.keySet()));
    }

    /** Whether a provider who sent the one has said the same in the other; the edition's texts are not theirs. */
    public boolean saysTheSameAs(Content other) {
        return codes().equals(other.codes())
                && title.equals(other.title)
                && statement.equals(other.statement)
                && voice == other.voice
                && period.equals(other.period)
                && reviewDate.equals(other.reviewDate);
    }
}
