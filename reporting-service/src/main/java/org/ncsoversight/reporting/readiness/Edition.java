package org.ncsoversight.reporting.readiness;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What one edition of the Standard asks, as far as readiness depends on it.
 *
 * @param lapsesSoonInDays evidence whose review date is this near is pointed out
 */
public record Edition(
        String code, long version, List<Criterion> criteria, List<Measure> measures, int lapsesSoonInDays) {

    public Edition {
        criteria = List.copyOf(criteria);
        measures = List.copyOf(measures);
    }

    /**
     * One thing asked.
     *
     * @param textVersion counts up when the wording changes, so that older evidence is looked at again
     * @param voices who must speak to it; never empty
     */
    public record Criterion(String code, int textVersion, Set<Voice> voices) {

        public Criterion {
            voices = Set.copyOf(voices);
            if (voices.isEmpty()) {
                throw new IllegalArgumentException("Criterion " + code + " asks for no voice");
            }
        }
    }

    /** Which way a measure should go. */
    public enum Better {
        HIGHER,
        LOWER
    }

    /**
     * A figure that speaks for or against some criteria.
     *
     * @param minimumBase below this many responses, shops or claims nothing is concluded
     */
    public record Measure(String code, Set<String> criteria, Better better, BigDecimal limit, long minimumBase) {

        public Measure {
            criteria = Set.copyOf(criteria);
        }
    }
}
