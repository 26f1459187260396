package org.ncsoversight.criteria.security;

import java.util.Optional;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Ukprn;

/** Who looks after people, and after whose: those of one provider, or everybody. Only this package can make one. */
public final class PeopleKeeper {

    private final String subject;
    private final String username;
    private final Optional<Ukprn> only;

    PeopleKeeper(String subject, String username, Optional<Ukprn> only) {
        this.subject = subject;
        this.username = username;
        this.only = only;
    }

    public String username() {
        return username;
    }

    /** The one provider whose people these are, or nothing when it is everybody. */
    public Optional<Ukprn> only() {
        return only;
    }

    public boolean isSelf(Person person) {
        return person.id().toString().equals(subject)
                || person.name().username().equalsIgnoreCase(username);
    }

    /** Whoever is not included is, to this keeper, not there. */
    public boolean includes(Person person) {
        return only.isEmpty()
                || (person.organisation().equals(only)
                        && person.roles().stream().allMatch(PersonRole::ofProvider));
    }

    public boolean mayGive(PersonRole role) {
        return only.isEmpty() || role.ofProvider();
    }
}
