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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Machine accounts made in Keycloak for a time, one per organisation and role. Closing removes them; who asks again gets a
 * new one.
 */
public final class MachineAccounts implements AutoCloseable {

    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern EXPIRES_IN = Pattern.compile("\"expires_in\"\\s*:\\s*([0-9]+)");
    /** Of the life of a token; what was sent with it must still be answered. */
    private static final double USED_FOR = 0.6;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI keycloak;
    private final String realm;
    private final String adminPassword;
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private @Nullable Token admin;

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
        private @Nullable Token token;
        private boolean removed;

        private Account(String clientId, String secret) {
            this.clientId = clientId;
            this.secret = secret;
        }

        /** A token that is good for a while yet. */
        public synchronized String token() {
            if (removed) {
                throw new IllegalStateException("The account " + clientId + " was removed");
            }
            Token current = token;
            if (current == null || current.old()) {
                current = tokenFrom(
                        realm,
                        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
                token = current;
            }
            return current.value;
        }

        /** Forgets a token that was refused, if it is still the one in use. */
        synchronized void refused(String value) {
            Token current = token;
            if (current != null && current.value.equals(value)) {
                token = null;
            }
        }

        private synchronized void remove() {
            removed = true;
        }
    }

    private record Token(String value, long goodUntilNanos) {

        boolean old() {
            return System.nanoTime() - goodUntilNanos >= 0;
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
        accounts.values().forEach(Account::remove);
        accounts.clear();
        for (String location : made) {
            administer(URI.create(location), HttpRequest.Builder::DELETE, 204, 404);
        }
        made.clear();
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
        HttpResponse<String> response =
                administer(URI.create(clients()), request -> request.POST(BodyPublishers.ofString(json)), 201);
        made.add(response.headers().firstValue("Location").orElseThrow());
        return new Account(clientId, secret);
    }

    /** An earlier use that was killed leaves its accounts behind. */
    private void removeLeftOver(String clientId) {
        String found = administer(URI.create(clients() + "?clientId=" + clientId), HttpRequest.Builder::GET, 200)
                .body();
        Matcher id = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"").matcher(found);
        if (id.find()) {
            administer(URI.create(clients() + "/" + id.group(1)), HttpRequest.Builder::DELETE, 204, 404);
        }
    }

    private String clients() {
        return keycloak + "/admin/realms/" + realm + "/clients";
    }

    private HttpResponse<String> administer(URI uri, UnaryOperator<HttpRequest.Builder> request, int... expected) {
        String token = adminToken();
        HttpResponse<String> response = sent(request, uri, token);
        if (response.statusCode() == 401) {
            forget(token);
            response = sent(request, uri, adminToken());
        }
        return checked(response, expected);
    }

    private HttpResponse<String> sent(UnaryOperator<HttpRequest.Builder> request, URI uri, String token) {
        return sent(request.apply(HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json"))
                .build());
    }

    /** Used as long as it is good: checking a password is made to be slow. */
    private synchronized String adminToken() {
        Token current = admin;
        if (current == null || current.old()) {
            current = tokenFrom(
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
            admin = current;
        }
        return current.value;
    }

    private synchronized void forget(String refused) {
        if (admin != null && admin.value.equals(refused)) {
            admin = null;
        }
    }

    private Token tokenFrom(String ofRealm, Map<String, String> form) {
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
        Matcher seconds = EXPIRES_IN.matcher(answer);
        if (!token.find() || !seconds.find()) {
            throw new IllegalStateException("Keycloak's answer holds no access token that ends");
        }
        Duration life = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        return new Token(token.group(1), System.nanoTime() + (long) (life.toNanos() * USED_FOR));
    }

    private HttpResponse<String> send(HttpRequest request, int... expected) {
        return checked(sent(request), expected);
    }

    private static HttpResponse<String> checked(HttpResponse<String> response, int... expected) {
        for (int status : expected) {
            if (response.statusCode() == status) {
                return response;
            }
        }
        throw new IllegalStateException("Keycloak answered %d to %s %s: %s"
                .formatted(response.statusCode(), response.request().method(), response.uri(), response.body()));
    }

    private HttpResponse<String> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Calling was interrupted", e);
        }
    }
}
