package org.ncsoversight.criteria.people.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Sought;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.people.PeopleDirectory;
import org.ncsoversight.criteria.people.model.SecondFactor;
import org.ncsoversight.criteria.security.PeopleKeeper;
import org.springframework.stereotype.Component;

/** People in a realm of Keycloak. A call that was repeated finds done what the first one did. */
@Component
class KeycloakPeopleDirectory implements PeopleDirectory {

    /** Nobody employs more people who need an account here. */
    private static final int MAX_COLLEAGUES = 500;

    private final KeycloakConnection keycloak;

    KeycloakPeopleDirectory(KeycloakConnection keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public List<Person> list(Query query, PeopleKeeper keeper) {
        Optional<Ukprn> organisation = keeper.only().or(query::organisation);
        return keycloak.ask(users -> organisation
                .map(ukprn -> colleagues(users, ukprn, query, keeper))
                .orElseGet(() -> everybody(users, query))
                .toList());
    }

    // Keycloak finds by attribute or by text, never by both at once.
    private static Stream<Person> colleagues(UsersResource users, Ukprn ukprn, Query query, PeopleKeeper keeper) {
        var sought = new Sought(query.text());
        return users.searchByAttributes(0, MAX_COLLEAGUES, null, false, "ukprn:" + ukprn.value()).stream()
                .filter(user -> !People.isMachine(user))
                .filter(user -> sought.isIn(user.getUsername() + " " + user.getFirstName() + " " + user.getLastName()
                        + " " + user.getEmail()))
                .flatMap(user -> unlessGone(users, user).stream())
                .filter(keeper::includes)
                .skip(query.first())
                .limit(query.limit());
    }

    // Only whoever looks after everybody asks for them.
    private static Stream<Person> everybody(UsersResource users, Query query) {
        String text = query.text().isBlank() ? null : "*" + query.text().strip() + "*";
        return users.search(text, query.first(), query.limit(), false).stream()
                .flatMap(user -> unlessGone(users, user).stream());
    }

    // Whoever was removed since the list was made has no roles to ask for.
    private static Optional<Person> unlessGone(UsersResource users, UserRepresentation user) {
        try {
            return Optional.of(person(users, user));
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Person> find(PersonId id, PeopleKeeper keeper) {
        return keycloak.ask(users -> find(users, id.toString()).filter(keeper::includes));
    }

    private static Optional<Person> find(UsersResource users, String id) {
        try {
            UserRepresentation user = users.get(id).toRepresentation();
            return People.isMachine(user) ? Optional.empty() : Optional.of(person(users, user));
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Person> named(String username, PeopleKeeper keeper) {
        return keycloak.ask(users -> users.searchByUsername(username, true).stream()
                .flatMap(user -> find(users, user.getId()).stream())
                .filter(keeper::includes)
                .findFirst());
    }

    @Override
    public boolean isSignedIn(PersonId id) {
        return keycloak.ask(users -> !users.get(id.toString()).getUserSessions().isEmpty());
    }

    @Override
    public Added add(Newcomer newcomer) {
        return keycloak.ask(users -> {
            try (Response response = users.create(People.user(newcomer))) {
                return switch (response.getStatus()) {
                    case 201 ->
                        new Added.Made(new PersonId(UUID.fromString(CreatedResponseUtil.getCreatedId(response))));
                    case 409 -> taken(word(response, "errorMessage"));
                    case 400 -> new Added.Refused(field(word(response, "field")));
                    default ->
                        throw new DirectoryAway(
                                "Keycloak answered " + response.getStatus(), new IllegalStateException());
                };
            }
        });
    }

    @Override
    public void give(PersonId id, PersonRole role, Assignment assigned) {
        change(id, user -> {
            UserRepresentation kept = user.toRepresentation();
            People.assign(kept, assigned);
            user.update(kept);
            RoleScopeResource roles = user.roles().realmLevel();
            List<RoleRepresentation> others = roles.listAll().stream()
                    .filter(held -> PersonRole.parse(held.getName())
                            .filter(other -> other != role)
                            .isPresent())
                    .toList();
            // First what is lost: between the two calls there may be too little, never too much.
            if (!others.isEmpty()) {
                roles.remove(others);
            }
            List<RoleRepresentation> wanted = roles.listAvailable().stream()
                    .filter(available -> available.getName().equals(role.code()))
                    .toList();
            if (!wanted.isEmpty()) {
                roles.add(wanted);
            }
        });
    }

    @Override
    public void givePassword(PersonId id, String password) {
        change(id, user -> {
            user.resetPassword(People.oneTime(password));
            user.logout();
        });
    }

    @Override
    public boolean sendInvitation(PersonId id) {
        try {
            change(id, user -> user.executeActionsEmail(List.of(People.MUST_SET_A_PASSWORD)));
            return true;
        } catch (DirectoryAway _) {
            // Keycloak answers 500 without SMTP; the caller has another way.
            return false;
        }
    }

    @Override
    public void admit(PersonId id, boolean admitted) {
        change(id, user -> {
            UserRepresentation kept = user.toRepresentation();
            kept.setEnabled(admitted);
            user.update(kept);
            if (!admitted) {
                user.logout();
            }
        });
    }

    @Override
    public List<SecondFactor> secondFactors(PersonId id) {
        return keycloak.ask(users -> {
            try {
                return People.secondFactors(users.get(id.toString()).credentials());
            } catch (NotFoundException _) {
                return List.of();
            }
        });
    }

    @Override
    public void signOut(PersonId id) {
        change(id, UserResource::logout);
    }

    @Override
    public void removeSecondFactors(PersonId id) {
        change(id, user -> {
            user.credentials().stream()
                    .filter(credential -> !credential.getType().equals(CredentialRepresentation.PASSWORD))
                    .forEach(credential -> user.removeCredential(credential.getId()));
            user.logout();
        });
    }

    @Override
    public void remove(PersonId id) {
        change(id, UserResource::remove);
    }

    private void change(PersonId id, Consumer<UserResource> change) {
        keycloak.ask(users -> {
            try {
                change.accept(users.get(id.toString()));
            } catch (NotFoundException _) {
                // Removed meanwhile: nothing is left to be changed.
            }
            return id;
        });
    }

    private static Person person(UsersResource users, UserRepresentation user) {
        return People.person(user, users.get(user.getId()).roles().realmLevel().listAll());
    }

    private static Added taken(String message) {
        return message.toLowerCase(Locale.ROOT).endsWith("email") ? new Added.EmailTaken() : new Added.UsernameTaken();
    }

    private static String field(String field) {
        return List.of("username", "firstName", "lastName", "email").contains(field) ? field : "username";
    }

    private static String word(Response response, String name) {
        Object value = response.readEntity(Map.class).get(name);
        return value == null ? "" : value.toString();
    }
}
