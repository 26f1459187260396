package org.ncsoversight.criteria.security;

import org.ncsoversight.criteria.model.PersonId;

/** The account of whoever sent the request, and nobody else's. Only this package can make one. */
public final class OwnAccount {

    private final PersonId id;
    private final String username;
    private final boolean needsSecondFactor;

    OwnAccount(PersonId id, String username, boolean needsSecondFactor) {
        this.id = id;
        this.username = username;
        this.needsSecondFactor = needsSecondFactor;
    }

    public PersonId id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** Whether a role of theirs asks for it, wherever second factors are required at all. */
    public boolean needsSecondFactor() {
        return needsSecondFactor;
    }
}
