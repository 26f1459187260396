package org.ncsoversight.criteria.model;

import org.ncsoversight.criteria.problems.Versions;

/** What a class of the model must never look like. */
public final class OffenderAgainstTheModel {

    public String tag() {
        return Versions.tag(1);
    }
}
