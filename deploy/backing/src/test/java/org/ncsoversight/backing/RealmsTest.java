package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmsTest {

    @Test
    void one_realm_has_the_people_of_the_demonstration_and_one_has_nobody() throws Exception {
        Realms realms = Realms.of(Path.of("../keycloak/realm.json"));

        assertThat(realms.name()).isEqualTo("ncs-oversight");
        assertThat(Files.readString(realms.files().getFirst()))
                .contains("\"lead\"", "sign in to the demonstration")
                .doesNotContain("@PUBLIC_URL@");
        assertThat(Files.readString(realms.files().getLast()))
                .contains("\"without-demonstration\"", "service-account-ncs-oversight-people")
                .doesNotContain("lead@example.org");
    }
}
