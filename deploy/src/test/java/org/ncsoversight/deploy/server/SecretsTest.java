package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_found_again() {
        Path file = folder.resolve("secrets");
        String made = Secrets.in(file).get("OUTCOMES_PSEUDONYM_KEY");

        assertThat(Secrets.in(file).get("OUTCOMES_PSEUDONYM_KEY")).isEqualTo(made);
        assertThat(Base64.getDecoder().decode(made)).hasSize(32);
    }

    @Test
    void each_name_has_its_own() {
        var secrets = Secrets.in(folder.resolve("secrets"));

        assertThat(secrets.get("ONE")).isNotEqualTo(secrets.get("OTHER"));
    }

    @Test
    void only_the_owner_may_read_them() throws Exception {
        Path file = folder.resolve("secrets");
        Secrets.in(file).get("ONE");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
