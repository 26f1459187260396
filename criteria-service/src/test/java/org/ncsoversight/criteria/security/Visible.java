package org.ncsoversight.criteria.security;

import java.util.Arrays;
import org.ncsoversight.criteria.model.Ukprn;

/** Lets tests outside this package act for somebody. */
public final class Visible {

    private Visible() {}

    public static VisibleProviders everyone() {
        return VisibleProviders.everyone();
    }

    public static VisibleProviders only(String... ukprns) {
        return VisibleProviders.exactly(Arrays.stream(ukprns).map(Ukprn::new).toList());
    }
}
