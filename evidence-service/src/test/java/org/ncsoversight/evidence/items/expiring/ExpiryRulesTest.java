package org.ncsoversight.evidence.items.expiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

class ExpiryRulesTest {

    private static final LocalDate REVIEW_DATE = LocalDate.parse("2027-09-30");
    private static final LocalDate CHANGED = LocalDate.parse("2026-11-01");

    private final Evidence submitted = Samples.submitted().evidence();
    private final Evidence accepted =
            submitted.accept(ASSESSOR, NOON, UUID.randomUUID()).evidence();

    @Test
    void evidence_expires_the_day_after_its_review_date() {
        assertThat(rules(REVIEW_DATE, 1, null).whyExpired(accepted, null)).isEmpty();
        assertThat(rules(REVIEW_DATE.plusDays(1), 1, null).whyExpired(accepted, null))
                .contains("Its review date, 30 September 2027, has passed");
    }

    @Test
    void a_changed_text_may_wait_60_days_for_a_fresh_look_and_not_61() {
        assertThat(rules(CHANGED.plusDays(60), 2, CHANGED).whyExpired(accepted, null))
                .isEmpty();
        assertThat(rules(CHANGED.plusDays(61), 2, CHANGED).whyExpired(accepted, null))
                .hasValueSatisfying(why -> assertThat(why).contains("4.3", "60 days"));
    }

    @Test
    void a_text_of_unknown_age_and_one_that_was_answered_expire_nothing() {
        assertThat(rules(CHANGED.plusDays(99), 2, null).whyExpired(accepted, null))
                .isEmpty();
        assertThat(rules(CHANGED.plusDays(99), 1, CHANGED).whyExpired(accepted, null))
                .isEmpty();
    }

    @Test
    void only_a_named_document_is_replaced_by_a_newer_one() {
        assertThat(rules(CHANGED, 1, null).whyExpired(accepted, NOON.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void only_accepted_evidence_expires() {
        assertThat(rules(REVIEW_DATE.plusYears(1), 9, CHANGED).whyExpired(submitted, null))
                .isEmpty();
    }

    private static ExpiryRules rules(LocalDate today, int textVersion, @Nullable LocalDate since) {
        var criterion =
                new Criterion(new CriterionCode("4.3"), 4, "Feedback", textVersion, List.of(Voice.CLIENT), since);
        var edition = new Edition(
                "matrix-ncs-4e", 2, "Edition", LocalDate.parse("2011-01-01"), null, List.of(), List.of(criterion));
        return new ExpiryRules(List.of(edition), today, 60);
    }
}
