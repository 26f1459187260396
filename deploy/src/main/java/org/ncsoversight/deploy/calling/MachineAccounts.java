package org.ncsoversight.deploy.calling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Machine accounts made in Keycloak for a time, one per organisation and role; closing removes them. */
public final class MachineAccounts implements AutoCloseable {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    /** Well under the realm's five minutes. */
    private static final Duration TOKEN_USED_FOR = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String realm;
    private final String adminPassword;
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /**
     * Makes no account yet.
     *
     * @param keycloak for example {@code http://localhost:8180}
     */
    public MachineAccounts(URI keycloak, String realm, String adminPassword) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.adminPassword = adminPassword;
    }

    /** One account; fetches a new token when the last one grows old. */
    public final class Account {

        private final String clientId;
        private final String secret;
        private @Nullable String token;
        private Instant fetched = Instant.MIN;

        private Account(String clientId, String secret) {
            this.clientId = clientId;
            this.secret = secret;
        }

        /** A token good for some minutes. */
        public synchronized String token() {
            String current = token;
            if (current == null || fetched.plus(TOKEN_USED_FOR).isBefore(Instant.now())) {
                current = tokenFrom(
                        realm,
                        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
                token = current;
                fetched = Instant.now();
            }
            return current;
        }
    }

    /** An account of one provider. */
    public Account ofProvider(String ukprn) {
        return account("temporary-provider-" + ukprn, "provider-system", """
            , {"name": "ukprn-fixed", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-claim-mapper",
               "config": {"claim.name": "ukprn", "claim.value": "%s", "jsonType.label": "String", "access.token.claim": "true"}}
            """.formatted(ukprn));
    }

    /** An assessor of every provider. */
    public Account ofAssessor() {
        return account("temporary-assessor", "assessor", """
            , {"name": "assigned-fixed", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-claim-mapper",
               "config": {"claim.name": "assigned", "claim.value": "[\\"all\\"]", "jsonType.label": "JSON", "access.token.claim": "true"}}
            """);
    }

    /** An account with nothing but a role. */
    public Account of(String role) {
        return account("temporary-" + role, role, "");
    }

    @Override
    public void close() {
        for (String location : made) {
            send(adminRequest(URI.create(location)).DELETE().build(), 204, 404);
        }
    }

    private Account account(String clientId, String role, String furtherMappers) {
        return accounts.computeIfAbsent(clientId, id -> made(id, role, furtherMappers));
    }

    private Account made(String clientId, String role, String furtherMappers) {
        String secret = UUID.randomUUID().toString();
        String json = """
            {"clientId": "%s", "secret": "%s", "publicClient": false, "serviceAccountsEnabled": true,
             "standardFlowEnabled": false, "directAccessGrantsEnabled": false,
             "protocolMappers": [
               {"name": "role-fixed", "protocol": "openid-connect", "protocolMapper": "oidc-hardcoded-role-mapper",
                "config": {"role": "%s"}}%s]}
            """.formatted(clientId, secret, role, furtherMappers);
        removeLeftOver(clientId);
        HttpResponse<String> response = send(
                adminRequest(URI.create(clients()))
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                201);
        made.add(response.headers().firstValue("Location").orElseThrow());
        return new Account(clientId, secret);
    }

    /** An earlier use that was killed leaves its accounts behind. */
    private void removeLeftOver(String clientId) {
        String found = send(
                        adminRequest(URI.create(clients() + "?clientId=" + clientId))
                                .GET()
                                .build(),
                        200)
                .body();
        Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(found);
        if (id.find()) {
            send(
                    adminRequest(URI.create(clients() + "/" + id.group(1)))
                            .DELETE()
                            .build(),
                    204,
                    404);
        }
    }

    private String clients() {
        return keycloak + "/admin/realms/" + realm + "/clients";
    }

    private HttpRequest.Builder adminRequest(URI uri) {
        String token = tokenFrom(
                "master",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        adminPassword));
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String tokenFrom(String ofRealm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String answer = send(
                        HttpRequest.newBuilder(
                                        URI.create(keycloak + "/realms/" + ofRealm + "/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        200)
                .body();
        Matcher token = ACCESS_TOKEN.matcher(answer);
        if (!token.find()) {
            throw new IllegalStateException("Keycloak's answer holds no access token");
        }
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest request, int... expected) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            for (int status : expected) {
                if (response.statusCode() == status) {
                    return response;
                }
            }
            throw new IllegalStateException("Keycloak answered %d to %s %s: %s"
                    .formatted(response.statusCode(), request.method(), request.uri(), response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Calling was interrupted", e);
        }
    }
}
