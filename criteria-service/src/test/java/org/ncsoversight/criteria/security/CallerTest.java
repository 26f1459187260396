package org.ncsoversight.criteria.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ncsoversight.criteria.model.Ukprn;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTest {

    private static final Ukprn OWN = new Ukprn("99000001");
    private static final Ukprn OTHER = new Ukprn("99000002");

    @ParameterizedTest
    @ValueSource(strings = {"provider-contributor", "provider-lead", "provider-system"})
    void a_provider_sees_its_own_entry_and_edits_nothing(String role) {
        Caller caller = caller(List.of(role), Map.of("ukprn", "99000001"));

        assertThat(caller.visible().include(OWN)).isTrue();
        assertThat(caller.visible().include(OTHER)).isFalse();
        assertThat(caller.mayEditRegister()).isFalse();
    }

    @Test
    void a_provider_role_without_ukprn_or_with_nonsense_sees_nothing() {
        assertThat(caller(List.of("provider-lead"), Map.of()).visible().only()).contains(Set.of());
        assertThat(caller(List.of("provider-lead"), Map.of("ukprn", "all"))
                        .visible()
                        .only())
                .contains(Set.of());
    }

    @Test
    void an_assessor_sees_assigned_providers() {
        Caller caller = caller(List.of("assessor"), Map.of("assigned", List.of("99000001")));

        assertThat(caller.visible().include(OWN)).isTrue();
        assertThat(caller.visible().include(OTHER)).isFalse();
        assertThat(caller(List.of("assessor"), Map.of("assigned", List.of("all")))
                        .visible()
                        .all())
                .isTrue();
        assertThat(caller(List.of("assessor"), Map.of("assigned", "all"))
                        .visible()
                        .all())
                .isTrue();
        assertThat(caller(List.of("assessor"), Map.of()).visible().include(OWN)).isFalse();
    }

    @Test
    void assigned_means_nothing_without_the_role_of_an_assessor() {
        assertThat(caller(List.of("provider-lead"), Map.of("ukprn", "99000001", "assigned", List.of("all")))
                        .visible()
                        .include(OTHER))
                .isFalse();
    }

    @Test
    void only_an_administrator_edits() {
        assertThat(caller(List.of("administrator"), Map.of()).mayEditRegister()).isTrue();
        assertThat(caller(List.of("contract-manager"), Map.of()).mayEditRegister())
                .isFalse();
        assertThat(caller(List.of("analyst"), Map.of()).mayEditRegister()).isFalse();
    }

    @Test
    void a_role_that_nobody_named_may_do_nothing() {
        assertThat(AccessRules.of(List.of("offline_access", "superuser"))).isEmpty();
        assertThat(caller(List.of("superuser"), Map.of("ukprn", "99000001"))
                        .visible()
                        .include(OWN))
                .isFalse();
    }

    private static Caller caller(List<String> roles, Map<String, Object> claims) {
        return Caller.of(Jwt.withTokenValue("token")
                .header("alg", "none")
                .claim("realm_access", Map.of("roles", roles))
                .claims(all -> all.putAll(claims))
                .build());
    }
}
