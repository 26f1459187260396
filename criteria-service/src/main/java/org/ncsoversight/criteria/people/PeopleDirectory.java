package org.ncsoversight.criteria.people;

import java.util.List;
import java.util.Optional;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** The accounts of people. Everything throws {@link DirectoryAway} when it does not answer. */
public interface PeopleDirectory {

    /**
     * Which people to list.
     *
     * @param text part of a name, user name or e-mail address; empty for all
     * @param first how many to leave out
     */
    record Query(Optional<Ukprn> organisation, String text, int first, int limit) {}

    /** Somebody to be. */
    record Newcomer(
            Person.Name name, PersonRole role, Optional<Ukprn> organisation, Assignment assigned, String password) {}

    /** How adding can end. */
    sealed interface Added {

        record Made(PersonId id) implements Added {}

        record UsernameTaken() implements Added {}

        record EmailTaken() implements Added {}

        /** It is not taken as it is, for a reason the field's name is all we know of. */
        record Refused(String field) implements Added {}
    }

    /** By user name; only people whom the keeper looks after. */
    List<Person> list(Query query, PeopleKeeper keeper);

    /** Only somebody whom the keeper looks after. */
    Optional<Person> find(PersonId id, PeopleKeeper keeper);

    /** Only somebody whom the keeper looks after. */
    Optional<Person> named(String username, PeopleKeeper keeper);

    boolean isSignedIn(PersonId id);

    /** What the person has besides a password. */
    List<SecondFactor> secondFactors(PersonId id);

    /** Whether a keeper still is one: a token lives some minutes longer than the role it tells of. */
    default boolean stillKeeps(PeopleKeeper keeper) {
        return keeper.only().isEmpty()
                || named(keeper.username(), keeper).filter(Person::isActiveLead).isPresent();
    }

    /** Makes the account; without {@link #give} it can do nothing yet. The password is good for one sign-in. */
    Added add(Newcomer newcomer);

    /** In place of every other role. */
    void give(PersonId id, PersonRole role, Assignment assigned);

    /** In place of the password there is, and good for one sign-in. */
    void givePassword(PersonId id, String password);

    /** Sends the person a link by which to choose a password; false when it cannot. */
    boolean sendInvitation(PersonId id);

    /** Lets somebody sign in, or ends all sessions and lets nobody. */
    void admit(PersonId id, boolean admitted);

    /** Ends every session, wherever it is. */
    void signOut(PersonId id);

    /** Leaves the password alone, and ends every session. */
    void removeSecondFactors(PersonId id);

    void remove(PersonId id);
}
