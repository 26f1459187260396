package org.ncsoversight.feedback.security;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.feedback.model.FileOwner;
import org.ncsoversight.feedback.model.Ukprn;

/** Callers for tests that have no token. */
public final class Callers {

    private Callers() {}

    public static Caller contractManager() {
        return new Caller(
                VisibleProviders.ALL,
                VisibleProviders.ALL,
                FileOwner.PROGRAMME,
                AccessRules.capabilitiesOf("contract-manager"));
    }

    public static Caller lead(String ukprn) {
        return new Caller(
                only(ukprn),
                only(ukprn),
                FileOwner.organisation(new Ukprn(ukprn)),
                AccessRules.capabilitiesOf("provider-lead"));
    }

    public static VisibleProviders all() {
        return VisibleProviders.ALL;
    }

    public static VisibleProviders none() {
        return VisibleProviders.NONE;
    }

    public static VisibleProviders only(String... ukprns) {
        return VisibleProviders.only(
                Set.copyOf(Arrays.stream(ukprns).map(Ukprn::new).collect(Collectors.toSet())));
    }
}
