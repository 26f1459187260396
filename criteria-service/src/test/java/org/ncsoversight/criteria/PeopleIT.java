package org.ncsoversight.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.backing.Keycloak;
import org.ncsoversight.backing.Tokens;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People in a real Keycloak, with the realm as deploy ships it. */
class PeopleIT extends RunningService {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path REALM = Path.of("../deploy/keycloak/realm.json");
    private static final String PEOPLE = "/api/criteria/people";

    private static int count;

    private final String lead = token("lead", "provider-lead", "99000001");
    private final String otherLead = token("sublead", "provider-lead", "99000101");
    private final String admin = token("admin", "administrator", "");

    @DynamicPropertySource
    static void keycloak(DynamicPropertyRegistry properties) {
        properties.add("KEYCLOAK_ADMIN_URL", () -> Keycloak.address(REALM));
        properties.add("PEOPLE_CLIENT_SECRET", () -> Keycloak.SECRET);
        // Keycloak shares two cores with everything else when all tests run.
        properties.add("PEOPLE_DIRECTORY_TIMEOUT", () -> "30s");
    }

    @BeforeEach
    void a_provider_in_the_register() {
        put("/api/criteria/providers/99000001", "{\"name\":\"Northmoor Careers\",\"kind\":\"prime\"}", ADMINISTRATOR);
    }

    @Test
    void a_lead_sees_the_own_people_with_roles_and_an_administrator_everybody() {
        assertThat(usernames(get(PEOPLE, lead))).contains("lead", "contributor").doesNotContain("sublead", "admin");
        assertThat(usernames(get(PEOPLE + "?search=CONOR", lead))).containsExactly("contributor");
        assertThat(usernames(get(PEOPLE + "?search=lead", lead))).doesNotContain("sublead");
        assertThat(usernames(get(PEOPLE + "?limit=100", admin))).contains("lead", "sublead", "admin", "assessor");
        assertThat(usernames(get(PEOPLE + "?organisation=99000101", admin))).containsExactly("sublead");
        assertThat(person("contributor", lead)).isEqualTo(JSON.readTree("""
            {"id":"%s","username":"contributor","firstName":"Conor","lastName":"Contributor","email":"contributor@example.org",
             "roles":["provider-contributor"],"ukprn":"99000001","assigned":[],"state":"active"}
            """.formatted(id("contributor"))));
        assertThat(person("assessor", admin).get("assigned").get(0).asString()).isEqualTo("all");
    }

    @Test
    void an_invited_colleague_signs_in_once_with_the_password_shown_and_must_choose_another() {
        String username = newUsername();

        JsonNode invited = read(invite(username, "provider-contributor", lead));

        assertThat(person(username, lead).get("state").asString()).isEqualTo("invited");
        assertThat(person(username, lead).get("roles").get(0).asString()).isEqualTo("provider-contributor");
        assertThat(person(username, lead).get("ukprn").asString()).isEqualTo("99000001");
        assertThat(signIn(username, invited.get("temporaryPassword").asString()))
                .contains("Choose a new password");
    }

    @Test
    void somebody_suspended_cannot_sign_in_and_can_again_when_restored() {
        String username = newUsername();
        JsonNode invited = read(invite(username, "provider-contributor", lead));
        String address = PEOPLE + "/" + invited.get("id").asString();
        String password = invited.get("temporaryPassword").asString();

        assertThat(put(address + "/suspension", "", lead).statusCode()).isEqualTo(204);
        assertThat(signIn(username, password))
                .doesNotContain("Choose a new password")
                .contains("suspended");

        assertThat(send(to(address + "/suspension", lead).DELETE()).statusCode())
                .isEqualTo(204);
        assertThat(signIn(username, password)).contains("Choose a new password");
    }

    @Test
    void a_role_is_changed_a_password_given_and_the_person_removed() {
        JsonNode invited = read(invite(newUsername(), "provider-contributor", lead));
        String address = PEOPLE + "/" + invited.get("id").asString();

        assertThat(put(address + "/role", "{\"role\":\"provider-lead\"}", lead).statusCode())
                .isEqualTo(204);
        assertThat(read(get(address, lead)).get("roles").get(0).asString()).isEqualTo("provider-lead");

        HttpResponse<String> password = send(to(address + "/password", lead).POST(BodyPublishers.noBody()));
        assertThat(password.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(read(password).get("temporaryPassword").asString()).hasSize(17);

        assertThat(send(to(address, lead).DELETE()).statusCode()).isEqualTo(204);
        assertThat(get(address, lead).statusCode()).isEqualTo(404);
    }

    @Test
    void an_administrator_onboards_an_assessor_and_assigns_others() {
        String username = newUsername();
        JsonNode invited = read(send(
                to(PEOPLE, admin).header("Content-Type", "application/json").POST(BodyPublishers.ofString("""
                    {"firstName":"Ann","lastName":"Test","email":"%s@example.com","username":"%s","role":"assessor","assigned":["99000001"]}
                    """.formatted(
                                username, username)))));
        String address = PEOPLE + "/" + invited.get("id").asString();

        assertThat(read(get(address, admin)).get("assigned").get(0).asString()).isEqualTo("99000001");
        put(address + "/role", "{\"role\":\"assessor\",\"assigned\":[\"all\"]}", admin);
        assertThat(read(get(address, admin)).get("assigned").get(0).asString()).isEqualTo("all");
        put(address + "/role", "{\"role\":\"analyst\"}", admin);
        assertThat(read(get(address, admin)).get("assigned")).isEmpty();
    }

    @Test
    void a_name_or_address_in_use_anywhere_is_refused_and_the_same_request_invites_once() {
        assertThat(invite("sublead", "provider-lead", lead).body()).contains("not-available", "username");
        String json = """
            {"firstName":"Sam","lastName":"Test","email":"admin@example.org","username":"%s","role":"provider-lead"}
            """.formatted(newUsername());
        assertThat(send(to(PEOPLE, lead)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(json)))
                        .body())
                .contains("not-available", "email");

        String username = newUsername();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = invite(username, "provider-lead", lead, "Idempotency-Key", key);
        HttpResponse<String> again = invite(username, "provider-lead", lead, "Idempotency-Key", key);
        assertThat(List.of(first.statusCode(), again.statusCode())).containsExactly(201, 200);
        assertThat(read(again).get("id")).isEqualTo(read(first).get("id"));
    }

    @Test
    void nobody_is_locked_out_by_themselves_or_without_a_lead() {
        assertThat(put(PEOPLE + "/" + id("lead") + "/suspension", "", lead).body())
                .contains("own-account");
        assertThat(send(to(PEOPLE + "/" + id("sublead"), admin).DELETE()).body())
                .contains("last-lead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/role", "/suspend", "/restore", "/password", "/sign-out", "/second-factor", "/remove"})
    void people_of_another_provider_are_not_there(String page) {
        String elsewhere = id("contributor");

        assertThat(page("/people/" + elsewhere + page, otherLead).statusCode()).isEqualTo(404);
        assertThat(page("/people/" + elsewhere + page, lead).statusCode()).isEqualTo(200);
        assertThat(get(PEOPLE + "/" + elsewhere, otherLead).body().replace(elsewhere, "X"))
                .isEqualTo(get(PEOPLE + "/00000000-0000-4000-8000-000000000000", otherLead)
                        .body()
                        .replace("00000000-0000-4000-8000-000000000000", "X"));
        assertThat(put(PEOPLE + "/" + elsewhere + "/suspension", "", otherLead).statusCode())
                .isEqualTo(404);
        assertThat(send(to(PEOPLE + "/" + elsewhere, otherLead).DELETE()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider-contributor", "provider-system", "assessor", "contract-manager", "analyst"})
    void other_roles_do_not_look_after_people(String role) {
        String token = token("somebody", role, "99000001");

        for (String path : List.of("/people", "/people/new", "/people/changes", PEOPLE, PEOPLE + "/changes")) {
            assertThat(get(path, token).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void by_pages_a_colleague_is_invited_checked_given_a_role_and_removed() {
        String username = newUsername();
        var form = new LinkedHashMap<>(Map.of(
                "request",
                UUID.randomUUID().toString(),
                "firstName",
                "Robin",
                "lastName",
                "Vale",
                "email",
                username + "@example.com",
                "username",
                username));
        assertThat(post("/people/new", form, lead))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body())
                        .contains("Error: Invite somebody", "Select what the person will do", "value=\"Robin\""));
        form.put("role", "provider-contributor");
        assertThat(post("/people/new", form, lead).body())
                .contains("Check the invitation", "You will see a one-time password", "value=\"" + username);

        String done = post("/people/invited", form, lead).body();
        assertThat(done).contains("Robin Vale is invited").containsPattern("[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}");
        assertThat(post("/people/invited", form, lead).statusCode()).isEqualTo(303);

        String page = "/people/" + id(username);
        assertThat(post(page + "/role", Map.of("role", "provider-lead"), lead).statusCode())
                .isEqualTo(303);
        assertThat(page(page, lead).body()).contains("Lead", "Invited, must set a password");
        assertThat(post(page + "/suspend", Map.of("seen", "stale"), lead))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(412))
                .satisfies(answer -> assertThat(answer.body()).contains("Somebody else changed this person meanwhile"));
        assertThat(post(page + "/password", Map.of(), lead).body()).contains("has a new one-time password");
        assertThat(post(page + "/remove", Map.of(), lead).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/people"));
        assertThat(page("/people/changes", lead).body())
                .contains(username, "Invited", "Role given", "Contributor → Lead", "New one-time password", "Removed");
        assertThat(page("/people/changes", otherLead).body()).doesNotContain(username);
        assertThat(get(PEOPLE + "/changes", admin).body()).contains(username);
    }

    @Test
    void only_an_administrator_is_asked_for_a_provider_and_for_an_assessors_providers() {
        assertThat(page("/people/new", lead).body())
                .contains("name=\"username\"")
                .doesNotContain("name=\"ukprn\"", "name=\"assigned\"", "Assessor");
        assertThat(page("/people/new", admin).body()).contains("name=\"ukprn\"", "name=\"assigned\"", "Assessor");
        assertThat(page("/people/" + id("contributor") + "/role", admin).body())
                .doesNotContain("name=\"assigned\"", "Assessor");
        assertThat(page("/people/" + id("assessor") + "/role", admin).body()).contains("name=\"assigned\"", "Assessor");
    }

    private HttpResponse<String> invite(String username, String role, String token, String... headers) {
        var request = to(PEOPLE, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                    {"firstName":"Sam","lastName":"Test","email":"%s@example.com","username":"%s","role":"%s"}
                    """.formatted(username, username, role)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private JsonNode person(String username, String token) {
        return read(get(PEOPLE + "?limit=100&search=" + username, token))
                .get("items")
                .valueStream()
                .filter(person -> person.get("username").asString().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private String id(String username) {
        return person(username, admin).get("id").asString();
    }

    private static List<String> usernames(HttpResponse<String> list) {
        return read(list)
                .get("items")
                .valueStream()
                .map(person -> person.get("username").asString())
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String token(String username, String role, String ukprn) {
        return Tokens.token(username, role, ukprn.isEmpty() ? Map.of() : Map.of("ukprn", ukprn));
    }

    private static synchronized String newUsername() {
        return "person-" + ++count;
    }

    /** The page that Keycloak shows after user name and password, as a browser would come to it. */
    private static String signIn(String username, String password) {
        return new SignIn(Keycloak.issuer(REALM)).page(username, password);
    }
}
