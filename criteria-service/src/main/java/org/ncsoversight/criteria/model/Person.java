package org.ncsoversight.criteria.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Somebody with an account.
 *
 * @param organisation the provider the person works for, if any
 * @param assigned the providers an assessor may review
 */
public record Person(
        PersonId id,
        Name name,
        Set<PersonRole> roles,
        Optional<Ukprn> organisation,
        Assignment assigned,
        Standing standing) {

    /** What a person is called, and signs in with. */
    public record Name(String username, String first, String last, String email) {

        public String full() {
            String full = (first + " " + last).strip();
            return full.isEmpty() ? username : full;
        }
    }

    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether this person can look after colleagues now. */
    public boolean isActiveLead() {
        return roles.contains(PersonRole.PROVIDER_LEAD) && standing == Standing.ACTIVE;
    }

    public boolean hasOnly(PersonRole role) {
        return roles.equals(Set.of(role));
    }

    public String roleLabels() {
        return roles.isEmpty()
                ? "None"
                : new TreeSet<>(roles).stream().map(PersonRole::label).collect(Collectors.joining(", "));
    }

    /** Stands for all that can be changed; another one means that somebody changed something. */
    public String tag() {
        String state = new TreeSet<>(roles) + "|" + assigned.words() + "|" + standing + "|" + organisation;
        return Integer.toHexString(state.hashCode());
    }
}
