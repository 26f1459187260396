package org.ncsoversight.criteria.standard.model;

import java.util.List;

/**
 * A figure that says something about some criteria.
 *
 * @param limit on the wrong side of it somebody should look
 * @param minimumBase below this many observations it says nothing
 */
public record Measure(
        String code, String title, List<CriterionCode> criteria, Better better, double limit, int minimumBase) {

    /** Which direction is good. */
    public enum Better {
        HIGHER,
        LOWER
    }

    public Measure {
        criteria = List.copyOf(criteria);
        if (minimumBase < 1) {
            throw new IllegalArgumentException("Measure " + code + " needs a minimum base of at least 1");
        }
    }
}
