package org.ncsoversight.reporting.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.Example;
import org.ncsoversight.reporting.readiness.Edition;
import org.ncsoversight.reporting.readiness.ProviderFacts;
import org.ncsoversight.reporting.readiness.ProviderFacts.Evidence;
import org.ncsoversight.reporting.readiness.ProviderFacts.State;
import org.ncsoversight.reporting.readiness.Readiness;
import org.ncsoversight.reporting.readiness.Voice;

/**
 * What is published of facts that two services once judged differently, as the examples of the contract show it; the
 * consumer's tests show what its page makes of the same facts and the same example.
 */
class DisputedCasesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate FAR = TODAY.plusYears(1);
    private static final Edition EDITION = new Edition(
            "matrix-ncs-4e", 1, List.of(new Edition.Criterion("4.3", 2, Set.of(Voice.CLIENT))), List.of(), 60);

    @Test
    void accepted_for_the_old_and_for_the_new_text() {
        assertPublished(
                "readiness-of-two-texts", item("old", State.ACCEPTED, FAR, 1), item("new", State.ACCEPTED, FAR, 2));
    }

    @Test
    void one_lapsing_while_a_newer_one_is_only_submitted() {
        assertPublished(
                "readiness-of-lapsing-and-submitted",
                item("old", State.ACCEPTED, TODAY.plusDays(30), 2),
                item("new", State.SUBMITTED, FAR, 2));
    }

    @Test
    void only_a_replaced_one_and_one_expired_by_a_rule() {
        assertPublished(
                "readiness-of-replaced-and-expired",
                item("replaced", State.WITHDRAWN, FAR, 2),
                item("expired", State.EXPIRED, FAR, 2));
    }

    private static void assertPublished(String example, Evidence... items) {
        var facts = new ProviderFacts(List.of(items), List.of(), List.of(), List.of(), List.of());
        Example shown = Example.of("reporting/" + example);
        Folded folded = Wire.JSON.treeToValue(shown.json().get("folded"), Folded.class);

        var message = ReadinessMessage.of("99000001", 1, Readiness.of(facts, EDITION, TODAY), folded);

        assertThat(Wire.JSON.readTree(Wire.JSON.writeValueAsString(message))).isEqualTo(shown.json());
    }

    private static Evidence item(String id, State state, LocalDate reviewDate, int textVersion) {
        return new Evidence(
                id, "matrix-ncs-4e", Set.of("4.3"), Voice.CLIENT, state, reviewDate, Map.of("4.3", textVersion));
    }
}
