package org.ncsoversight.evidence.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTest {

    @Test
    void a_provider_sees_exactly_itself() {
        var lead = Callers.lead("99000001");

        assertThat(lead.visible().includes(NORTHMOOR)).isTrue();
        assertThat(lead.visible().includes(SOUTHBY)).isFalse();
        assertThat(lead.capabilities())
                .containsExactlyInAnyOrder(
                        Capability.READ, Capability.DRAFT, Capability.SUBMIT, Capability.WITHDRAW, Capability.LEAD);
    }

    @Test
    void an_assessor_sees_those_assigned_and_no_others() {
        var assessor = Callers.assessor("99000002");

        assertThat(assessor.visible().includes(SOUTHBY)).isTrue();
        assertThat(assessor.visible().includes(NORTHMOOR)).isFalse();
        assertThat(Callers.assessor("all").visible().includes(NORTHMOOR)).isTrue();
        assertThat(Callers.assessor().visible().includes(NORTHMOOR)).isFalse();
    }

    @Test
    void a_claim_of_one_value_may_be_text() {
        var assessor = Callers.of("assessor", "assessor", Map.of("assigned", "all"));

        assertThat(assessor.visible().includes(NORTHMOOR)).isTrue();
    }

    @Test
    void a_role_of_a_provider_without_its_ukprn_is_worth_nothing() {
        var nobody = Callers.of("lead", "provider-lead", Map.of());
        var odd = Callers.of("lead", "provider-lead", Map.of("ukprn", "all"));

        assertThat(List.of(nobody, odd)).allSatisfy(caller -> {
            assertThat(caller.capabilities()).isEmpty();
            assertThat(caller.visible().includes(NORTHMOOR)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "administrator", "invented"})
    void other_roles_may_nothing_and_see_nobody(String role) {
        var caller = Callers.of("someone", role, Map.of("ukprn", "99000001", "assigned", List.of("all")));

        assertThat(caller.capabilities()).isEmpty();
        assertThat(caller.visible().includes(NORTHMOOR)).isFalse();
    }
}
