package org.ncsoversight.criteria.security;

import java.util.Optional;
import org.ncsoversight.criteria.model.Ukprn;

/** Lets tests outside this package look after people. */
public final class Keepers {

    private Keepers() {}

    public static PeopleKeeper lead(String username, String ukprn) {
        return new PeopleKeeper("subject of " + username, username, Optional.of(new Ukprn(ukprn)));
    }

    public static PeopleKeeper administrator() {
        return new PeopleKeeper("subject of admin", "admin", Optional.empty());
    }
}
