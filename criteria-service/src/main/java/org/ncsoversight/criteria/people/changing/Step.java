package org.ncsoversight.criteria.people.changing;

import java.util.Optional;
import java.util.function.Consumer;
import org.ncsoversight.criteria.people.PeopleDirectory;

/** One change as it is recorded and done. */
record Step(String detail, boolean isDoneAlready, Consumer<PeopleDirectory> action, Optional<String> password) {

    static Step of(String detail, boolean isDoneAlready, Consumer<PeopleDirectory> action) {
        return new Step(detail, isDoneAlready, action, Optional.empty());
    }

    /** A password that must be shown once, if it gives one. */
    Optional<String> run(PeopleDirectory people) {
        action.accept(people);
        return password;
    }
}
