package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTemplateTest {

    private static final Path SHIPPED = Path.of("keycloak");

    @Test
    void nobody_is_in_it_without_the_demonstration_and_a_second_factor_is_required() {
        JsonNode realm = realm(false, Map.of());

        assertThat(usernames(realm)).containsExactly("service-account-ncs-oversight-people");
        assertThat(realm.get("browserFlow").asString()).isEqualTo("sign in");
        assertThat(realm.toString()).doesNotContain("provider-system-99000001");
    }

    @Test
    void the_demonstration_brings_its_people_and_requires_no_second_factor() {
        JsonNode realm = realm(true, Map.of());

        assertThat(usernames(realm))
                .containsExactly(
                        "service-account-ncs-oversight-people",
                        "lead",
                        "contributor",
                        "sublead",
                        "assessor",
                        "manager",
                        "analyst",
                        "admin");
        assertThat(realm.get("browserFlow").asString()).isEqualTo("sign in to the demonstration");
        assertThat(realm.get("clients")
                        .valueStream()
                        .map(client -> client.get("clientId").asString()))
                .contains("gateway", "provider-system-99000001");
    }

    @Test
    void forgotten_passwords_are_for_where_mail_can_be_sent() {
        assertThat(realm(false, Map.of()).get("resetPasswordAllowed").asBoolean())
                .isFalse();

        JsonNode realm = realm(
                false,
                Map.of(
                        "SIGN_IN_MAIL_HOST",
                        "mail.example.org",
                        "SIGN_IN_MAIL_PORT",
                        "587",
                        "SIGN_IN_MAIL_USER",
                        "ncs"));

        assertThat(realm.get("resetPasswordAllowed").asBoolean()).isTrue();
        assertThat(realm.at("/smtpServer/host").asString()).isEqualTo("mail.example.org");
        assertThat(realm.at("/smtpServer/port").asString()).isEqualTo("587");
        assertThat(realm.at("/smtpServer/auth").asString()).isEqualTo("true");
    }

    private static JsonNode realm(boolean demonstration, Map<String, String> environment) {
        return new JsonMapper().readTree(new RealmTemplate(SHIPPED, environment).json(demonstration));
    }

    private static List<String> usernames(JsonNode realm) {
        return realm.get("users")
                .valueStream()
                .map(user -> user.get("username").asString())
                .toList();
    }
}
