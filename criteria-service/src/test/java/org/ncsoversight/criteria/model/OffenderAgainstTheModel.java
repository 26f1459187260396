package org.ncsoversight.criteria.model;

import org.ncsoversight.criteria.problems.Problems;

/** What a class of the model must never look like. */
public final class OffenderAgainstTheModel {

    public String answer() {
        return Problems.changedMeanwhile(1).toString();
    }
}
