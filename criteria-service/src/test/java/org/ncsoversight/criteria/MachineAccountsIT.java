package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Keycloak;
import org.ncsoversight.backing.Tokens;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machine accounts in a real Keycloak, with the realm as deploy ships it. */
class MachineAccountsIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path REALM = Path.of("../deploy/keycloak/realm.json");
    private static final String MACHINES = "/api/criteria/people/machines";

    private final String lead = Tokens.token("lead", "provider-lead", Map.of("ukprn", "99000001"));
    private final String otherLead = Tokens.token("sublead", "provider-lead", Map.of("ukprn", "99000101"));
    private final String admin = Tokens.token("admin", "administrator", Map.of());

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        properties.add("KEYCLOAK_ADMIN_URL", () -> Keycloak.address(REALM));
        properties.add("PEOPLE_CLIENT_SECRET", () -> Keycloak.SECRET);
        // Keycloak shares two cores with everything else when all tests run.
        properties.add("PEOPLE_DIRECTORY_TIMEOUT", () -> "30s");
    }

    @Test
    void a_system_signs_in_as_its_provider_until_its_secret_is_changed_or_it_ends() {
        JsonNode made = read(make("Case management", lead));
        String id = made.get("clientId").asString();
        String secret = made.get("clientSecret").asString();

        JsonNode claims = claims(token(id, secret));
        assertThat(claims.get("ukprn").asString()).isEqualTo("99000001");
        assertThat(claims.at("/realm_access/roles").valueStream().map(JsonNode::asString))
                .contains("provider-system")
                .doesNotContain("administrator", "provider-lead");
        assertThat(claims.get("aud").asString()).isEqualTo("ncs-oversight-api");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(120);

        String renewed = read(send(to(MACHINES + "/" + id + "/secret", lead).POST(BodyPublishers.noBody())))
                .get("clientSecret")
                .asString();
        assertThat(token(id, secret)).contains("error");
        assertThat(token(id, renewed)).contains("access_token");
        String again = read(send(to(MACHINES + "/" + id + "/secret", lead).POST(BodyPublishers.noBody())))
                .get("clientSecret")
                .asString();
        assertThat(token(id, again)).contains("access_token");

        assertThat(send(to(MACHINES + "/" + id, lead).DELETE()).statusCode()).isEqualTo(204);
        assertThat(token(id, again)).contains("error");
        assertThat(get(MACHINES, lead).body()).contains(id, "ended").doesNotContain(again);
        assertThat(get("/api/criteria/people/changes", lead).body())
                .contains("machine-made", "machine-secret-changed", "machine-ended", id)
                .doesNotContain(secret, renewed);
    }

    @Test
    void it_is_nobodys_colleague() {
        String id = read(make("Survey system", lead)).get("clientId").asString();

        assertThat(get("/api/criteria/people?limit=100", lead).body()).doesNotContain(id);
        assertThat(get("/api/criteria/people?limit=100&search=" + id, admin).body())
                .doesNotContain(id);
    }

    @Test
    void other_providers_know_nothing_of_it_and_administrators_may_end_it() {
        String id = read(make("Case management", lead)).get("clientId").asString();

        assertThat(get(MACHINES, otherLead).body()).doesNotContain(id);
        String nobodys = "system-99000001-none";
        assertThat(send(to(MACHINES + "/" + id, otherLead).DELETE()).body().replace(id, "X"))
                .isEqualTo(send(to(MACHINES + "/" + nobodys, otherLead).DELETE())
                        .body()
                        .replace(nobodys, "X"));
        assertThat(send(to(MACHINES + "/" + id + "/secret", otherLead).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(page("/people/machines/" + id + "/end", otherLead).statusCode())
                .isEqualTo(404);
        assertThat(make("Mine", admin).statusCode()).isEqualTo(403);
        assertThat(get(MACHINES + "?organisation=99000001", admin).body()).contains(id);
        assertThat(send(to(MACHINES + "/" + id, admin).DELETE()).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider-contributor", "provider-system", "assessor", "contract-manager", "analyst"})
    void others_do_not_come_near(String role) {
        String token = Tokens.token("somebody", role, Map.of("ukprn", "99000001"));

        for (String path : List.of(MACHINES, "/people/machines", "/people/machines/new")) {
            assertThat(get(path, token).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void by_pages_a_lead_makes_one_gives_it_a_new_secret_and_ends_it() {
        assertThat(page("/people", lead).body()).contains("/people/machines");
        assertThat(post("/people/machines/new", Map.of("request", "r", "name", ""), lead))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("Error: Make a machine account"));
        var form = Map.of("request", UUID.randomUUID().toString(), "name", "Page system");
        String shown = post("/people/machines/new", form, lead).body();
        String id = between(shown, "id=\"client-id\">");
        assertThat(token(id, between(shown, "id=\"client-secret\">"))).contains("access_token");
        assertThat(post("/people/machines/new", form, lead).statusCode()).isEqualTo(303);

        assertThat(page("/people/machines", lead).body()).contains("Page system", id, "Active");
        String page = "/people/machines/" + id;
        assertThat(page(page + "/secret", lead).body()).contains("Give Page system a new secret?");
        String renewed = between(post(page + "/secret", Map.of(), lead).body(), "id=\"client-secret\">");
        assertThat(token(id, renewed)).contains("access_token");
        assertThat(page(page + "/end", lead).body()).contains("End Page system?");
        assertThat(post(page + "/end", Map.of(), lead).statusCode()).isEqualTo(303);
        assertThat(token(id, renewed)).contains("error");
        assertThat(post(page + "/secret", Map.of(), lead).statusCode()).isEqualTo(409);
        assertThat(page("/people/machines", admin).body()).contains(id).doesNotContain("/people/machines/new");
        assertThat(page("/people/changes", lead).body()).contains("Machine account made", "Machine account ended");
    }

    @Test
    void everybody_has_a_page_about_the_own_account_and_signs_out_everywhere() {
        String subject = UUID.randomUUID().toString();
        String analyst = Tokens.token("analyst", "analyst", Map.of("sub", subject));

        assertThat(page("/people/account", analyst).body())
                .contains("Your account", "action=password", "action=app", "action=passkey", "Sign out everywhere");
        assertThat(post("/people/account/sign-out", Map.of(), analyst).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> make(String name, String token) {
        return send(to(MACHINES, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}")));
    }

    private static String between(String page, String before) {
        return page.substring(page.indexOf(before) + before.length()).split("<", 2)[0];
    }

    /** What Keycloak answers to a system that wants a token. */
    private String token(String clientId, String secret) {
        return Clients.token(Keycloak.issuer(REALM), clientId, secret);
    }

    private static JsonNode claims(String answer) {
        String token = JSON.readTree(answer).get("access_token").asString();
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
