package org.ncsoversight.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm the gateway signs in with, as deploy ships it. */
class RealmTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PEOPLE = "ncs-oversight-people";

    private final String text = Files.readString(Path.of("../deploy/keycloak/realm.json"));
    private final JsonNode realm = JSON.readTree(text);
    private final JsonNode demonstration =
            JSON.readTree(Files.readString(Path.of("../deploy/keycloak/demonstration-people.json")));

    RealmTest() throws IOException {}

    @Test
    void it_knows_the_seven_roles_and_which_need_a_second_factor() {
        assertThat(names(realm.at("/roles/realm"), "name"))
                .containsExactlyInAnyOrder(
                        "provider-contributor",
                        "provider-lead",
                        "provider-system",
                        "assessor",
                        "contract-manager",
                        "analyst",
                        "administrator",
                        "second-factor-required");
        assertThat(StreamSupport.stream(realm.at("/roles/realm").spliterator(), false)
                        .filter(role -> strings(role.at("/composites/realm")).contains("second-factor-required"))
                        .map(role -> role.get("name").asString()))
                .containsExactlyInAnyOrder("assessor", "contract-manager", "administrator");
    }

    @Test
    void a_second_factor_is_required_except_in_the_demonstration() {
        assertThat(realm.get("browserFlow").asString()).isEqualTo("sign in");
        assertThat(executions("sign in: form"))
                .containsExactly(
                        "auth-username-password-form REQUIRED",
                        "sign in: second factor there is CONDITIONAL",
                        "sign in: second factor there must be CONDITIONAL");
        assertThat(executions("sign in: second factor there must be"))
                .containsExactly(
                        "conditional-user-role REQUIRED",
                        "conditional-sub-flow-executed REQUIRED",
                        "auth-otp-form REQUIRED");
        assertThat(demonstration.get("browserFlow").asString()).isEqualTo("sign in to the demonstration");
        assertThat(executions("demonstration: form"))
                .containsExactly(
                        "auth-username-password-form REQUIRED", "demonstration: second factor there is CONDITIONAL");
    }

    @Test
    void passwords_are_long_and_uncommon_and_checked_on_the_sign_in_page_alone() {
        assertThat(realm.get("passwordPolicy").asString())
                .contains(
                        "length(12)",
                        "notUsername",
                        "notEmail",
                        "passwordBlacklist(common-passwords.txt)",
                        "passwordHistory");
        assertThat(executions("no passwords outside the sign-in page"))
                .containsExactly("deny-access-authenticator REQUIRED");
        assertThat(realm.get("directGrantFlow").asString()).isEqualTo("no passwords outside the sign-in page");
        JsonNode cli = named(realm.get("clients"), "clientId", "admin-cli");
        assertThat(cli.get("enabled").asBoolean()).isFalse();
        assertThat(Stream.concat(
                        among("clients"),
                        StreamSupport.stream(demonstration.get("clients").spliterator(), false)))
                .allSatisfy(client -> assertThat(
                                client.get("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
    }

    @Test
    void refresh_tokens_are_good_once_and_signing_out_elsewhere_reaches_the_gateway() {
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("refreshTokenMaxReuse").asInt()).isZero();
        JsonNode attributes = named(realm.get("clients"), "clientId", "gateway").get("attributes");
        assertThat(attributes.get("backchannel.logout.url").asString()).isEqualTo("@GATEWAY_URL@/backchannel-logout");
        assertThat(attributes.get("backchannel.logout.session.required").asString())
                .isEqualTo("true");
    }

    private List<String> executions(String flow) {
        return StreamSupport.stream(
                        named(realm.get("authenticationFlows"), "alias", flow)
                                .get("authenticationExecutions")
                                .spliterator(),
                        false)
                .map(execution ->
                        (execution.has("flowAlias") ? execution.get("flowAlias") : execution.get("authenticator"))
                                        .asString()
                                + " "
                                + execution.get("requirement").asString())
                .toList();
    }

    @Test
    void every_caller_of_the_services_gets_roles_ukprn_assigned_and_the_audience_from_one_scope() {
        JsonNode scope = named(realm.get("clientScopes"), "name", "ncs-oversight");

        assertThat(names(scope.get("protocolMappers"), "name"))
                .containsExactlyInAnyOrder("realm roles", "ukprn", "assigned", "audience ncs-oversight-api");
        assertThat(config(scope, "ukprn", "claim.name")).isEqualTo("ukprn");
        assertThat(config(scope, "assigned", "multivalued")).isEqualTo("true");
        assertThat(config(scope, "realm roles", "claim.name")).isEqualTo("realm_access.roles");
        assertThat(config(scope, "realm roles", "id.token.claim")).isEqualTo("true");
        assertThat(config(scope, "audience ncs-oversight-api", "included.custom.audience"))
                .isEqualTo("ncs-oversight-api");
        assertThat(strings(realm.get("defaultDefaultClientScopes"))).contains("ncs-oversight");
        assertThat(callers())
                .hasSize(2)
                .allSatisfy(client ->
                        assertThat(strings(client.get("defaultClientScopes"))).contains("ncs-oversight"));
    }

    @Test
    void the_client_that_keeps_people_may_manage_users_register_clients_and_call_no_service() {
        JsonNode keeper = named(realm.get("clients"), "clientId", PEOPLE);
        JsonNode account = named(realm.get("users"), "username", "service-account-" + PEOPLE);

        assertThat(strings(keeper.get("defaultClientScopes"))).doesNotContain("ncs-oversight");
        assertThat(keeper.get("serviceAccountsEnabled").asBoolean()).isTrue();
        for (String flow : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "standardFlowEnabled")) {
            assertThat(keeper.get(flow).asBoolean()).isFalse();
        }
        assertThat(account.get("serviceAccountClientId").asString()).isEqualTo(PEOPLE);
        assertThat(strings(account.at("/clientRoles/realm-management")))
                .containsExactly("create-client", "manage-users");
        assertThat(account.has("realmRoles")).isFalse();
    }

    @Test
    void every_scope_a_client_names_is_defined() {
        List<String> defined = names(realm.get("clientScopes"), "name");

        assertThat(defined).containsAll(strings(realm.get("defaultDefaultClientScopes")));
        assertThat(realm.get("clients"))
                .allSatisfy(client -> assertThat(defined).containsAll(strings(client.get("defaultClientScopes"))));
    }

    @Test
    void the_gateway_signs_in_by_code_with_pkce_and_nothing_else() {
        JsonNode gateway = named(realm.get("clients"), "clientId", "gateway");

        assertThat(gateway.get("publicClient").asBoolean()).isFalse();
        assertThat(gateway.get("standardFlowEnabled").asBoolean()).isTrue();
        for (String flow : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertThat(gateway.get(flow).asBoolean()).isFalse();
        }
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(strings(gateway.get("redirectUris"))).containsExactly("@PUBLIC_URL@/login/oauth2/code/keycloak");
        assertThat(gateway.at("/attributes/post.logout.redirect.uris").asString())
                .isEqualTo("@PUBLIC_URL@/");
    }

    @Test
    void secrets_are_places_to_fill_in() {
        assertThat(realm.get("clients"))
                .filteredOn(client -> !client.get("publicClient").asBoolean())
                .allSatisfy(
                        client -> assertThat(client.get("secret").asString()).matches("@[A-Z0-9_]+@"));
    }

    @Test
    void provider_and_assignment_are_declared_and_only_administrators_change_them() {
        JsonNode profile = JSON.readTree(
                realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asString());

        for (String attribute : List.of("ukprn", "assigned")) {
            JsonNode declared = named(profile.get("attributes"), "name", attribute);
            assertThat(strings(declared.at("/permissions/edit"))).containsExactly("admin");
        }
        assertThat(named(profile.get("attributes"), "name", "assigned")
                        .get("multivalued")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_people_of_the_demonstration_are_in_their_own_file_with_their_name_and_demo_as_password() throws Exception {
        assertThat(among("users"))
                .allSatisfy(
                        user -> assertThat(user.has("serviceAccountClientId")).isTrue());
        List<JsonNode> people = StreamSupport.stream(demonstration.get("users").spliterator(), false)
                .toList();
        assertThat(people)
                .extracting(user -> user.get("username").asString())
                .containsExactly("lead", "contributor", "sublead", "assessor", "manager", "analyst", "admin");
        for (JsonNode user : people) {
            JsonNode secret = JSON.readTree(user.at("/credentials/0/secretData").asString());
            assertThat(secret.get("value").asString())
                    .isEqualTo(hash(
                            user.get("username").asString() + "-demo",
                            secret.get("salt").asString()));
            assertThat(strings(user.get("realmRoles"))).contains("default-roles-ncs-oversight");
        }
    }

    private static String hash(String password, String salt) throws GeneralSecurityException {
        var asked = new PBEKeySpec(password.toCharArray(), Base64.getDecoder().decode(salt), 210_000, 512);
        return Base64.getEncoder()
                .encodeToString(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                        .generateSecret(asked)
                        .getEncoded());
    }

    @Test
    void guessing_passwords_and_long_lived_tokens_are_off() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isEqualTo(1800);
    }

    private List<JsonNode> callers() {
        return Stream.concat(
                        among("clients"),
                        StreamSupport.stream(demonstration.get("clients").spliterator(), false))
                .filter(client -> !client.get("clientId").asString().equals(PEOPLE))
                .filter(client -> client.get("enabled").asBoolean())
                .toList();
    }

    private Stream<JsonNode> among(String list) {
        return StreamSupport.stream(realm.get(list).spliterator(), false);
    }

    private static String config(JsonNode scope, String mapper, String key) {
        return named(scope.get("protocolMappers"), "name", mapper)
                .get("config")
                .get(key)
                .asString();
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.get(field).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.get(field).asString())
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
