package org.ncsoversight.criteria.accreditation.assessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.accreditation.assessing.JudgementsToReview.Judgement;
import org.ncsoversight.criteria.accreditation.model.AssessmentReport;
import org.ncsoversight.criteria.accreditation.model.AssessmentType;
import org.ncsoversight.criteria.accreditation.model.Finding;
import org.ncsoversight.criteria.accreditation.model.ReportContent;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.security.Visible;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.store.InMemoryReportStore;

class JudgementsToReviewTest {

    private static final EditionId FOUR = new EditionId("matrix-ncs-4e");
    private static final CriterionCode ONE = CriterionCode.of("1.1");
    private static final CriterionCode TWO = CriterionCode.of("1.2");

    private final InMemoryReportStore reports = new InMemoryReportStore();
    private final JudgementsToReview judgements = new JudgementsToReview(reports);

    @Test
    void a_signed_report_that_judged_a_changed_criterion_is_listed_for_those_who_see_its_provider() {
        reports.add(signed("99000001", FOUR, ONE));

        assertThat(judgements.under(FOUR, Set.of(ONE, TWO), Visible.everyone()).judgements())
                .extracting(Judgement::provider, Judgement::criteria, Judgement::assessed)
                .containsExactly(tuple("99000001", "1.1", "3 March 2026"));
        assertThat(judgements.under(FOUR, Set.of(ONE), Visible.only("99000002")).judgements())
                .isEmpty();
    }

    @Test
    void what_judged_other_criteria_another_edition_or_nothing_is_not() {
        AssessmentReport signed = signed("99000001", FOUR, ONE);
        reports.add(signed.correctedBy(UUID.randomUUID()));
        reports.add(signed("99000001", new EditionId("another"), ONE));
        reports.add(AssessmentReport.begun(UUID.randomUUID(), new Ukprn("99000001"), content(FOUR, ONE), "someone"));
        reports.add(signed("99000001", FOUR, TWO));

        assertThat(judgements.under(FOUR, Set.of(ONE), Visible.everyone()).judgements())
                .isEmpty();
        assertThat(judgements.under(FOUR, Set.of(), Visible.everyone()).judgements())
                .isEmpty();
    }

    @Test
    void there_are_as_many_as_there_are_and_where_they_are_cut_it_is_said() {
        for (int i = 0; i < JudgementsToReview.MOST_JUDGEMENTS; i++) {
            reports.add(signed("99000001", FOUR, ONE));
            reports.add(signed("99000001", FOUR, TWO));
        }

        assertThat(judgements.under(FOUR, Set.of(ONE), Visible.everyone()))
                .satisfies(found -> assertThat(found.more()).isFalse())
                .satisfies(found -> assertThat(found.judgements()).hasSize(JudgementsToReview.MOST_JUDGEMENTS));

        reports.add(signed("99000001", FOUR, ONE));

        assertThat(judgements.under(FOUR, Set.of(ONE), Visible.everyone()).more())
                .isTrue();
    }

    private static AssessmentReport signed(String ukprn, EditionId edition, CriterionCode judged) {
        return AssessmentReport.begun(UUID.randomUUID(), new Ukprn(ukprn), content(edition, judged), "someone")
                .signed("someone", Instant.parse("2026-03-04T09:00:00Z"));
    }

    private static ReportContent content(EditionId edition, CriterionCode judged) {
        var findings =
                new TreeMap<>(Map.of(judged, new Finding(Optional.of(true), "", List.of(), List.of(), List.of())));
        return new ReportContent(
                AssessmentType.INITIAL,
                edition,
                "An assessor",
                Optional.of(LocalDate.of(2026, 3, 2)),
                Optional.of(LocalDate.of(2026, 3, 3)),
                "All",
                Map.of(),
                findings,
                new TreeMap<>(),
                Optional.empty());
    }
}
