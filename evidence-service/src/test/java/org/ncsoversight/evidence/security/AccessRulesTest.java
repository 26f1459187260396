package org.ncsoversight.evidence.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessRulesTest {

    @Test
    void no_route_is_ruled_twice_because_only_the_first_would_count() {
        assertThat(AccessRules.ROUTES)
                .extracting(rule -> rule.method() + " " + rule.path())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_contributor_drafts_and_a_lead_submits() {
        assertThat(Callers.of("c", "provider-contributor", Map.of("ukprn", "99000001"))
                        .capabilities())
                .contains(Capability.DRAFT)
                .doesNotContain(Capability.SUBMIT, Capability.LEAD);
    }
}
