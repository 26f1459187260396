package org.ncsoversight.evidence.items.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.content;

import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;

class EvidenceTest {

    private final Evidence evidence = Samples.submitted().evidence();

    @Test
    void submitted_evidence_is_version_1_and_awaits_review() {
        assertThat(evidence.version()).isEqualTo(1);
        assertThat(evidence.state().awaitsReview()).isTrue();
        assertThat(evidence.history())
                .singleElement()
                .satisfies(step -> assertThat(step.at()).isEqualTo(NOON));
    }

    @Test
    void accepting_makes_the_next_version_and_remembers_who() {
        var accepted = evidence.accept(ASSESSOR, NOON.plusSeconds(60), UUID.randomUUID());

        assertThat(accepted.evidence().version()).isEqualTo(2);
        assertThat(accepted.evidence().state()).isEqualTo(EvidenceState.ACCEPTED);
        assertThat(accepted.evidence().latest().by()).isEqualTo(ASSESSOR);
        assertThat(accepted.occurredAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void returning_needs_a_reason_and_keeps_it() {
        var returned = evidence.giveBack("Too old", ASSESSOR, NOON, UUID.randomUUID());

        assertThat(returned.evidence().latest().reason()).isEqualTo("Too old");
        assertThatThrownBy(() -> evidence.giveBack(" ", ASSESSOR, NOON, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_reviews_what_they_submitted_themselves() {
        var lead = evidence.submitted().by();
        var samePersonElsewhere = new Person(lead.subject(), "other name", null);

        assertThat(evidence.mayBeReviewedBy(samePersonElsewhere)).isFalse();
        assertThatThrownBy(() -> evidence.accept(samePersonElsewhere, NOON, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_reviews_evidence_of_their_own_organisation() {
        assertThat(evidence.mayBeReviewedBy(new Person("colleague", "colleague", NORTHMOOR)))
                .isFalse();
        assertThat(evidence.mayBeReviewedBy(ASSESSOR)).isTrue();
    }

    @Test
    void what_was_decided_is_not_decided_again() {
        var accepted = evidence.accept(ASSESSOR, NOON, UUID.randomUUID()).evidence();

        assertThatThrownBy(() -> accepted.giveBack("No", ASSESSOR, NOON, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void accepted_evidence_can_be_withdrawn_once_by_its_provider() {
        var accepted = evidence.accept(ASSESSOR, NOON, UUID.randomUUID()).evidence();
        var withdrawn = accepted.withdraw(LEAD, NOON, UUID.randomUUID()).evidence();

        assertThat(withdrawn.version()).isEqualTo(3);
        assertThat(withdrawn.state()).isEqualTo(EvidenceState.WITHDRAWN);
        assertThatThrownBy(() -> withdrawn.withdraw(LEAD, NOON, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accepted.withdraw(ASSESSOR, NOON, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saying_the_same_again_is_noticed() {
        var returned =
                evidence.giveBack("Too old", ASSESSOR, NOON, UUID.randomUUID()).evidence();

        assertThat(returned.alreadySaid(EvidenceState.RETURNED, ASSESSOR, "Too old"))
                .isTrue();
        assertThat(returned.alreadySaid(EvidenceState.RETURNED, ASSESSOR, "Too short"))
                .isFalse();
        assertThat(returned.alreadySaid(EvidenceState.RETURNED, LEAD, "Too old"))
                .isFalse();
    }

    @Test
    void list_keys_sort_by_time_of_submission() {
        var later = Samples.submitted(NORTHMOOR, NOON.plusMillis(1), "1.1").evidence();

        assertThat(evidence.listKey()).isLessThan(later.listKey());
    }

    @Test
    void criteria_stand_in_the_order_of_the_standard() {
        assertThat(content("1.10", "4.3", "1.9").codes())
                .extracting(CriterionCode::value)
                .containsExactly("1.9", "1.10", "4.3");
    }

    @Test
    void evidence_is_for_at_least_one_criterion() {
        var some = content("1.1");

        assertThatThrownBy(() -> new Content(
                        some.edition(),
                        new TreeMap<>(),
                        some.title(),
                        some.statement(),
                        some.voice(),
                        some.period(),
                        some.reviewDate()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_period_may_be_one_day_but_does_not_end_before_it_starts() {
        var day = some().from();

        assertThat(new Period(day, day).to()).isEqualTo(day);
        assertThatThrownBy(() -> new Period(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ukprn_has_eight_digits_and_does_not_start_with_0() {
        assertThat(List.of("10000000", "99999999")).allMatch(ProviderId::isUkprn);
        assertThat(List.of("01234567", "1234567", "123456789", "1234567x", "")).noneMatch(ProviderId::isUkprn);
    }

    private static Period some() {
        return content("1.1").period();
    }
}
