package org.ncsoversight.criteria.problems;

import org.ncsoversight.criteria.model.OffenderAgainstTheModel;

/** Closes a circle with the other offender. */
public final class OffenderAgainstCycles {

    public String answer() {
        return new OffenderAgainstTheModel().answer();
    }
}
