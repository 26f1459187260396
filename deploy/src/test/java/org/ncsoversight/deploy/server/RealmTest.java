package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ncsoversight.deploy.server.Realm.Person;

class RealmTest {

    @TempDir
    Path folder;

    @Test
    void addresses_follow_the_ports_and_other_placeholders_become_secrets() {
        var secrets = Secrets.in(folder.resolve("secrets"));
        Realm realm = Realm.filledIn(
                "{\"redirectUris\": [\"@PUBLIC_URL@/*\", \"@GATEWAY_URL@/*\"], \"secret\":"
                        + " \"@GATEWAY_CLIENT_SECRET@\", \"user\": \"a@b.example\"}",
                Addresses.movedBy(100),
                secrets);

        assertThat(realm.json())
                .isEqualTo(
                        "{\"redirectUris\": [\"http://localhost:8180/*\", \"http://127.0.0.1:8180/*\"], \"secret\": \""
                                + secrets.get("GATEWAY_CLIENT_SECRET") + "\", \"user\": \"a@b.example\"}");
    }

    @Test
    void the_people_are_those_with_a_password_which_is_their_name_and_demo() {
        var realm = new Realm("""
            {"users": [
              {"username": "lead", "firstName": "Lee", "lastName": "Adams", "realmRoles": ["provider-lead", "default-roles-x"],
               "credentials": [{"type": "password", "secretData": "{}"}]},
              {"username": "service-account-x"}]}
            """);

        assertThat(realm.people())
                .isEqualTo(List.of(new Person("lead", "lead-demo", "Lee Adams", List.of("provider-lead"))));
    }
}
