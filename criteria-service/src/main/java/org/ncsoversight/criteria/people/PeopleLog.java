package org.ncsoversight.criteria.people;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.security.PeopleKeeper;

/**
 * The record of changes, which also lets only one change at a time happen to the people of one organisation: otherwise
 * two leads could suspend each other in the same moment.
 */
public interface PeopleLog {

    /** How beginning can end. */
    sealed interface Begun {

        /**
         * It is written down and nobody else changes anything there until it is ended.
         *
         * @param resumed whether an earlier try of the same request was not finished
         */
        record Started(PersonChange change, boolean resumed) implements Begun {}

        /** The same request came before and was finished. */
        record Before(PersonChange change) implements Begun {}

        /** Somebody else is changing something there just now. */
        record Busy() implements Begun {}
    }

    /** Writes down what is about to be done; a request not finished before is taken up again, in the detail it has now. */
    Begun begin(PersonChange change);

    void end(PersonChange change, PersonChange.Outcome outcome, Optional<PersonId> about);

    /** Newest first, from before the one named; only what was done about people the keeper looks after. */
    List<PersonChange> list(Optional<String> before, int limit, PeopleKeeper keeper);
}
