package org.ncsoversight.criteria.people.keycloak;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.DirectoryAway;
import org.ncsoversight.criteria.people.MachineDirectory;
import org.ncsoversight.criteria.people.model.MachineAccount;
import org.springframework.stereotype.Component;

/**
 * Machine accounts as clients of a realm. We may register clients but change none: each comes with a key for itself
 * alone, and whose it is stands in the user behind it, which we may change as any other user.
 */
@Component
class KeycloakMachineDirectory implements MachineDirectory {

    /** Tokens live no longer, so that an ended account ends for everybody soon. */
    private static final String TOKEN_LIFE_IN_SECONDS = "120";

    private static final String ROLE = "provider-system";

    private final KeycloakConnection keycloak;

    KeycloakMachineDirectory(KeycloakConnection keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public Given register(MachineAccount account) {
        Given given = keycloak.register(
                "POST",
                "",
                Optional.empty(),
                client(account),
                response -> given(response).orElseThrow(() -> refused(response)));
        keycloak.ask(users -> {
            UserResource user = behind(users, account.clientId())
                    .orElseThrow(() -> new DirectoryAway("no user is behind it", new IllegalStateException()));
            belong(user, account.organisation());
            return user;
        });
        return given;
    }

    @Override
    public Optional<Given> renew(String clientId, String key) {
        return keycloak.register("GET", "/" + clientId, Optional.of(key), null, KeycloakMachineDirectory::read)
                .flatMap(client -> {
                    String fresh = client.getRegistrationAccessToken();
                    client.setSecret(Secret.next());
                    client.setRegistrationAccessToken(null);
                    return keycloak.register(
                            "PUT",
                            "/" + clientId,
                            Optional.of(fresh == null ? key : fresh),
                            client,
                            KeycloakMachineDirectory::given);
                });
    }

    @Override
    public void end(String clientId, Optional<String> key) {
        // First what cannot fail for want of a key: from here on no token is given.
        keycloak.ask(users -> {
            behind(users, clientId).ifPresent(KeycloakMachineDirectory::disable);
            return clientId;
        });
        key.ifPresent(
                good -> keycloak.register("DELETE", "/" + clientId, Optional.of(good), null, Response::getStatus));
    }

    private static void belong(UserResource user, Ukprn organisation) {
        UserRepresentation kept = user.toRepresentation();
        People.belong(kept, organisation);
        user.update(kept);
        List<RoleRepresentation> role = user.roles().realmLevel().listAvailable().stream()
                .filter(available -> available.getName().equals(ROLE))
                .toList();
        if (!role.isEmpty()) {
            user.roles().realmLevel().add(role);
        }
    }

    private static void disable(UserResource user) {
        try {
            UserRepresentation kept = user.toRepresentation();
            kept.setEnabled(false);
            user.update(kept);
        } catch (NotFoundException _) {
            // It ended meanwhile.
        }
    }

    private static Optional<UserResource> behind(UsersResource users, String clientId) {
        return users.searchByUsername(People.machine(clientId), true).stream()
                .findFirst()
                .map(user -> users.get(user.getId()));
    }

    private static ClientRepresentation client(MachineAccount account) {
        var client = new ClientRepresentation();
        client.setClientId(account.clientId());
        client.setName(account.name());
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        client.setSecret(Secret.next());
        client.setRedirectUris(List.of());
        client.setAttributes(Map.of("access.token.lifespan", TOKEN_LIFE_IN_SECONDS));
        return client;
    }

    private static Optional<Given> given(Response response) {
        return read(response).map(client -> new Given(client.getSecret(), client.getRegistrationAccessToken()));
    }

    /** What was answered; nothing when the key is not good or the client not there. */
    private static Optional<ClientRepresentation> read(Response response) {
        return switch (response.getStatus()) {
            case 200, 201 -> Optional.of(response.readEntity(ClientRepresentation.class));
            case 401, 403, 404 -> Optional.empty();
            default -> throw refused(response);
        };
    }

    private static DirectoryAway refused(Response response) {
        return new DirectoryAway(
                "Keycloak answered " + response.getStatus() + " about a client", new IllegalStateException());
    }
}
