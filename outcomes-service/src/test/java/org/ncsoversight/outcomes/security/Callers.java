package org.ncsoversight.outcomes.security;

import java.util.Set;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Ukprn;

/** Callers as their tokens would make them. */
public final class Callers {

    private Callers() {}

    public static Caller contractManager() {
        return new Caller(
                VisibleProviders.ALL,
                VisibleProviders.ALL,
                FileOwner.PROGRAMME,
                AccessRules.capabilitiesOf("contract-manager"));
    }

    public static Caller leadOf(Ukprn provider) {
        var own = VisibleProviders.only(Set.of(provider));
        return new Caller(own, own, FileOwner.organisation(provider), AccessRules.capabilitiesOf("provider-lead"));
    }
}
