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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who lets everybody else in where there is no demonstration; the password is nowhere but in the answer. */
public final class FirstAdministrator {

    public static final String USERNAME = "administrator";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    // Without letters and digits that are taken for each other.
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SecureRandom random = new SecureRandom();
    private final URI keycloak;
    private final String realm;
    private final String keycloakPassword;

    /**
     * Asks nothing yet.
     *
     * @param keycloak for example {@code http://localhost:8180}
     * @param keycloakPassword of Keycloak's own administrator
     */
    public FirstAdministrator(URI keycloak, String realm, String keycloakPassword) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.keycloakPassword = keycloakPassword;
    }

    /** Makes the account if it is not there, and gives it a password that is good for one sign-in. */
    public String oneTimePassword() {
        String token = token();
        if (find(token).isEmpty()) {
            call(token, "POST", "/users", """
                {"username": "%s", "enabled": true, "email": "administrator@localhost.invalid", "emailVerified": true,
                 "firstName": "First", "lastName": "Administrator"}
                """.formatted(USERNAME));
        }
        String id = find(token).get(0).get("id").asString();
        String role = call(token, "GET", "/roles/administrator", "");
        call(token, "POST", "/users/" + id + "/role-mappings/realm", "[" + role + "]");
        String password = IntStream.range(0, 3).mapToObj(_ -> group()).collect(Collectors.joining("-"));
        call(token, "PUT", "/users/" + id + "/reset-password", """
            {"type": "password", "temporary": true, "value": "%s"}
            """.formatted(password));
        return password;
    }

    private JsonNode find(String token) {
        return JSON.readTree(call(token, "GET", "/users?exact=true&username=" + USERNAME, ""));
    }

    private String group() {
        return random.ints(5, 0, SIGNS.length())
                .mapToObj(sign -> "" + SIGNS.charAt(sign))
                .collect(Collectors.joining());
    }

    private String token() {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password="
                + URLEncoder.encode(keycloakPassword, StandardCharsets.UTF_8);
        String answer =
                send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        return JSON.readTree(answer).get("access_token").asString();
    }

    private String call(String token, String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/" + realm + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("Keycloak answered " + response.statusCode() + " to "
                        + response.request().method() + " " + response.uri());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Calling was interrupted", e);
        }
    }
}
