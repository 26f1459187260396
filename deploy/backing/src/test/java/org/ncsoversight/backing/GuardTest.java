package org.ncsoversight.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class GuardTest {

    @Test
    void it_is_a_jar_that_keycloak_finds_something_in_packed_by_the_build_or_here() throws Exception {
        try (var jar = new JarFile(Guard.jar().toFile())) {
            assertThat(jar.getEntry("META-INF/services/org.keycloak.services.managers.BruteForceProtectorFactory"))
                    .isNotNull();
            assertThat(jar.getEntry("org/ncsoversight/guard/GuardFactory.class"))
                    .isNotNull();
        }
    }
}
