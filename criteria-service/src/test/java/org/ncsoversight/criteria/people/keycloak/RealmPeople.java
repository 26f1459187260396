package org.ncsoversight.criteria.people.keycloak;

import jakarta.ws.rs.BadRequestException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.ncsoversight.backing.Keycloak;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.PeopleDirectory.Added;
import org.ncsoversight.criteria.people.PeopleDirectory.Newcomer;
import org.ncsoversight.criteria.settings.PeopleSettings;
import org.ncsoversight.criteria.settings.PeopleSettings.InviteBy;

/** People of a realm made for a test, through the very code that makes them. */
final class RealmPeople implements AutoCloseable {

    /** Good for one sign-in. */
    static final String ONE_TIME = "abcde-fghij-klmno";

    /** What they choose, or have. */
    static final String CHOSEN = "three quite odd words";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final KeycloakConnection connection;
    final PeopleDirectory directory;

    RealmPeople(String issuer) {
        int realms = issuer.indexOf("/realms/");
        var settings = new PeopleSettings.Directory(
                URI.create(issuer.substring(0, realms)),
                issuer.substring(realms + "/realms/".length()),
                "ncs-oversight-people",
                Keycloak.SECRET,
                Duration.ofSeconds(30));
        connection = new KeycloakConnection(new PeopleSettings(settings, InviteBy.PASSWORD));
        directory = new KeycloakPeopleDirectory(connection);
    }

    record Somebody(PersonId id, String username, String email) {}

    /** Invited, with a one-time password. */
    Somebody invited(PersonRole role) {
        String username = "sign-in-" + COUNT.incrementAndGet();
        var name = new Person.Name(username, "Sam", "Test", username + "@example.com");
        var made = (Added.Made) directory.add(new Newcomer(name, role, Optional.empty(), Assignment.NONE, ONE_TIME));
        directory.give(made.id(), role, Assignment.NONE);
        return new Somebody(made.id(), username, name.email());
    }

    /** Has chosen a password. */
    Somebody active(PersonRole role) {
        Somebody somebody = invited(role);
        if (!takes(somebody, CHOSEN)) {
            throw new IllegalStateException("the password was refused");
        }
        return somebody;
    }

    /** Whether a password is good enough for somebody, who then has it. */
    boolean takes(Somebody somebody, String password) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return connection.ask(users -> {
            try {
                users.get(somebody.id().toString()).resetPassword(credential);
                return true;
            } catch (BadRequestException e) {
                return false;
            }
        });
    }

    @Override
    public void close() {
        connection.close();
    }
}
