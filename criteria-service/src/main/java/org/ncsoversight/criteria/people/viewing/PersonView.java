package org.ncsoversight.criteria.people.viewing;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;

/** Somebody as JSON, and as a row of the list. */
record PersonView(
        String id,
        String username,
        String firstName,
        String lastName,
        String email,
        List<String> roles,
        @Nullable String ukprn,
        List<String> assigned,
        String state) {

    static PersonView of(Person person) {
        return new PersonView(
                person.id().toString(),
                person.name().username(),
                person.name().first(),
                person.name().last(),
                person.name().email(),
                new TreeSet<>(person.roles()).stream().map(PersonRole::code).toList(),
                person.organisation().map(Ukprn::value).orElse(null),
                person.assigned().words(),
                person.standing().code());
    }

    /** A row for people to read. */
    record Row(String id, String name, String username, String roles, String organisation, String state, String tag) {

        static Row of(Person person) {
            return new Row(
                    person.id().toString(),
                    person.name().full(),
                    person.name().username(),
                    person.roleLabels(),
                    person.organisation().map(Ukprn::value).orElse(""),
                    person.standing().label(),
                    tag(person.standing()));
        }

        private static String tag(Standing standing) {
            return switch (standing) {
                case ACTIVE -> "govuk-tag--green";
                case INVITED -> "govuk-tag--blue";
                case SUSPENDED -> "govuk-tag--red";
            };
        }
    }
}
