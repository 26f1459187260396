package org.ncsoversight.criteria.people.keycloak;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.ncsoversight.criteria.model.Assignment;
import org.ncsoversight.criteria.model.Person;
import org.ncsoversight.criteria.model.PersonId;
import org.ncsoversight.criteria.model.PersonRole;
import org.ncsoversight.criteria.model.Standing;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.PeopleDirectory.Newcomer;
import org.ncsoversight.criteria.people.model.SecondFactor;

/** People as Keycloak represents them. */
final class People {

    static final String MUST_SET_A_PASSWORD = "UPDATE_PASSWORD";

    /** What Keycloak calls the user behind a client that signs in for itself. */
    private static final String MACHINE = "service-account-";

    private static final String UKPRN = "ukprn";
    private static final String ASSIGNED = "assigned";

    private People() {}

    static Person person(UserRepresentation user, List<RoleRepresentation> roles) {
        return new Person(
                new PersonId(UUID.fromString(user.getId())),
                new Person.Name(
                        user.getUsername(), text(user.getFirstName()), text(user.getLastName()), text(user.getEmail())),
                roles.stream()
                        .map(RoleRepresentation::getName)
                        .map(PersonRole::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                values(user, UKPRN).stream().findFirst().flatMap(Ukprn::parse),
                Assignment.ofWords(values(user, ASSIGNED)).orElse(Assignment.NONE),
                standing(user));
    }

    static UserRepresentation user(Newcomer newcomer) {
        var user = new UserRepresentation();
        user.setUsername(newcomer.name().username());
        user.setFirstName(newcomer.name().first());
        user.setLastName(newcomer.name().last());
        user.setEmail(newcomer.name().email());
        // Who invites vouches for the address; nothing is sent to it unasked.
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setRequiredActions(List.of(MUST_SET_A_PASSWORD));
        user.setCredentials(List.of(oneTime(newcomer.password())));
        newcomer.organisation().ifPresent(ukprn -> set(user, UKPRN, List.of(ukprn.value())));
        assign(user, newcomer.assigned());
        return user;
    }

    static void assign(UserRepresentation user, Assignment assigned) {
        set(user, ASSIGNED, assigned.words());
    }

    static CredentialRepresentation oneTime(String password) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        return credential;
    }

    /** A machine account is nobody's colleague. */
    static boolean isMachine(UserRepresentation user) {
        return user.getUsername().startsWith(MACHINE);
    }

    static String machine(String clientId) {
        return MACHINE + clientId;
    }

    static void belong(UserRepresentation user, Ukprn organisation) {
        set(user, UKPRN, List.of(organisation.value()));
    }

    static List<SecondFactor> secondFactors(List<CredentialRepresentation> credentials) {
        return credentials.stream()
                .flatMap(credential -> kind(credential.getType()).stream()
                        .map(kind -> new SecondFactor(
                                kind,
                                text(credential.getUserLabel()),
                                Instant.ofEpochMilli(Objects.requireNonNullElse(credential.getCreatedDate(), 0L)))))
                .toList();
    }

    private static Optional<SecondFactor.Kind> kind(String type) {
        return switch (type) {
            case CredentialRepresentation.TOTP, CredentialRepresentation.HOTP, "otp" ->
                Optional.of(SecondFactor.Kind.APP);
            case "webauthn", "webauthn-passwordless" -> Optional.of(SecondFactor.Kind.PASSKEY);
            case "recovery-authn-codes" -> Optional.of(SecondFactor.Kind.RECOVERY_CODES);
            default -> Optional.empty();
        };
    }

    private static Standing standing(UserRepresentation user) {
        if (!Boolean.TRUE.equals(user.isEnabled())) {
            return Standing.SUSPENDED;
        }
        List<String> actions = Objects.requireNonNullElse(user.getRequiredActions(), List.of());
        return actions.contains(MUST_SET_A_PASSWORD) ? Standing.INVITED : Standing.ACTIVE;
    }

    private static List<String> values(UserRepresentation user, String attribute) {
        Map<String, List<String>> attributes = Objects.requireNonNullElse(user.getAttributes(), Map.of());
        return attributes.getOrDefault(attribute, List.of());
    }

    private static void set(UserRepresentation user, String attribute, List<String> values) {
        var attributes = new LinkedHashMap<>(Objects.requireNonNullElse(user.getAttributes(), Map.of()));
        if (values.isEmpty()) {
            attributes.remove(attribute);
        } else {
            attributes.put(attribute, values);
        }
        user.setAttributes(attributes);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
