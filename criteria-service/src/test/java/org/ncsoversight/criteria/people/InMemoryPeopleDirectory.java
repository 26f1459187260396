package org.ncsoversight.criteria.people;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.PeopleKeeper;

/** People by user name; can be away. */
public final class InMemoryPeopleDirectory implements PeopleDirectory {

    private final Map<String, Person> people = new TreeMap<>();
    private final Map<PersonId, List<SecondFactor>> factors = new HashMap<>();
    private final Set<PersonId> signedOut = new HashSet<>();
    private boolean away;
    private boolean awayAfterNext;
    private boolean mails;

    public void goAway() {
        away = true;
    }

    /** The next change happens, but nobody is told. */
    public void goAwayAfterTheNextChange() {
        awayAfterNext = true;
    }

    public void comeBack() {
        away = false;
        awayAfterNext = false;
    }

    public void canMail() {
        mails = true;
    }

    /** Somebody who has set a password. */
    public Person active(String username, PersonRole role, Optional<String> ukprn) {
        var person = new Person(
                new PersonId(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))),
                new Person.Name(username, username, "Test", username + "@example.org"),
                Set.of(role),
                ukprn.map(Ukprn::new),
                Assignment.NONE,
                Standing.ACTIVE);
        people.put(username, person);
        return person;
    }

    public Optional<Person> named(String username) {
        return Optional.ofNullable(people.get(username));
    }

    @Override
    public List<Person> list(Query query, PeopleKeeper keeper) {
        answer();
        String text = query.text().strip().toLowerCase(Locale.ROOT);
        return people.values().stream()
                .filter(keeper::includes)
                .filter(person ->
                        query.organisation().isEmpty() || person.organisation().equals(query.organisation()))
                .filter(person -> (person.name() + "").toLowerCase(Locale.ROOT).contains(text))
                .skip(query.first())
                .limit(query.limit())
                .toList();
    }

    @Override
    public Optional<Person> find(PersonId id, PeopleKeeper keeper) {
        answer();
        return byId(id).filter(keeper::includes);
    }

    @Override
    public Optional<Person> named(String username, PeopleKeeper keeper) {
        answer();
        return named(username).filter(keeper::includes);
    }

    @Override
    public boolean isSignedIn(PersonId id) {
        answer();
        return false;
    }

    @Override
    public List<SecondFactor> secondFactors(PersonId id) {
        answer();
        return factors.getOrDefault(id, List.of());
    }

    /** Somebody who set one up. */
    public void setUp(PersonId id, SecondFactor factor) {
        factors.put(id, List.of(factor));
    }

    @Override
    public void signOut(PersonId id) {
        answer();
        signedOut.add(id);
        changed();
    }

    public boolean wasSignedOut(PersonId id) {
        return signedOut.contains(id);
    }

    @Override
    public void removeSecondFactors(PersonId id) {
        answer();
        factors.remove(id);
        signedOut.add(id);
        changed();
    }

    @Override
    public Added add(Newcomer newcomer) {
        answer();
        if (people.containsKey(newcomer.name().username())) {
            return new Added.UsernameTaken();
        }
        if (people.values().stream()
                .anyMatch(person -> person.name().email().equals(newcomer.name().email()))) {
            return new Added.EmailTaken();
        }
        var id = new PersonId(UUID.randomUUID());
        people.put(
                newcomer.name().username(),
                new Person(
                        id, newcomer.name(), Set.of(), newcomer.organisation(), newcomer.assigned(), Standing.INVITED));
        changed();
        return new Added.Made(id);
    }

    @Override
    public void give(PersonId id, PersonRole role, Assignment assigned) {
        change(id, old -> new Person(old.id(), old.name(), Set.of(role), old.organisation(), assigned, old.standing()));
    }

    @Override
    public void givePassword(PersonId id, String password) {
        change(id, old -> as(old, Standing.INVITED));
    }

    @Override
    public boolean sendInvitation(PersonId id) {
        answer();
        return mails;
    }

    @Override
    public void admit(PersonId id, boolean admitted) {
        change(id, old -> as(old, admitted ? Standing.ACTIVE : Standing.SUSPENDED));
    }

    @Override
    public void remove(PersonId id) {
        answer();
        people.values().removeIf(person -> person.id().equals(id));
        changed();
    }

    private static Person as(Person old, Standing standing) {
        return new Person(old.id(), old.name(), old.roles(), old.organisation(), old.assigned(), standing);
    }

    private void change(PersonId id, UnaryOperator<Person> change) {
        answer();
        byId(id).ifPresent(old -> people.put(old.name().username(), change.apply(old)));
        changed();
    }

    private Optional<Person> byId(PersonId id) {
        return people.values().stream().filter(person -> person.id().equals(id)).findFirst();
    }

    private void answer() {
        if (away) {
            throw new DirectoryAway("away", new IllegalStateException());
        }
    }

    private void changed() {
        if (awayAfterNext) {
            away = true;
            answer();
        }
    }
}
