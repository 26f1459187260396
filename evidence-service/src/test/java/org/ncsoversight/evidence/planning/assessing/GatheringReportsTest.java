package org.ncsoversight.evidence.planning.assessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.Period;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.planning.assessing.report.GatherActions;
import org.ncsoversight.evidence.planning.assessing.report.GatherItems;
import org.ncsoversight.evidence.planning.assessing.report.GatherReport;
import org.ncsoversight.evidence.planning.assessing.report.GatheredGaps;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.Improvements;
import org.ncsoversight.evidence.planning.model.Report;
import org.ncsoversight.evidence.planning.model.SelfAssessment;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.InMemoryProviders;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryImprovementStore;
import org.ncsoversight.evidence.store.InMemoryRegisterCountStore;

/** The samples cover April to September 2026 and are current until September 2027. */
class GatheringReportsTest {

    private static final Instant LATER = Instant.parse("2027-10-01T12:00:00Z");

    private final InMemoryEvidenceStore evidence = new InMemoryEvidenceStore();
    private final InMemoryImprovementStore plan = new InMemoryImprovementStore();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final GatherReport gather = new GatherReport(
            new GatherItems(evidence),
            new GatherActions(plan),
            standard,
            new InMemoryProviders(),
            new InMemoryRegisterCountStore());

    @BeforeEach
    void the_standard_is_known() {
        standard.keep(InMemoryStandard.EDITION);
    }

    @Test
    void what_expired_or_was_resubmitted_after_the_period_was_still_valid_in_it() {
        var expired = accepted();
        evidence.change(expired.expire("The review date passed", LATER, UUID.randomUUID()));
        var pending = accepted();
        var rewritten = Samples.content("1.7");
        evidence.change(pending.resubmit(rewritten, List.of(), null, Samples.LEAD, LATER, UUID.randomUUID()));

        assertThat(items("2026-01-01", "2026-12-31"))
                .extracting(Report.Item::evidence)
                .containsExactlyInAnyOrder(expired.id().toString(), pending.id().toString());
    }

    @Test
    void nothing_is_there_that_was_never_accepted_was_withdrawn_or_had_ended_before() {
        evidence.add(Samples.submitted(Samples.NORTHMOOR, Samples.NOON, "4.3"));
        var withdrawn = accepted();
        evidence.change(withdrawn.withdraw(Samples.LEAD, LATER, UUID.randomUUID()));
        var replaced = accepted();
        evidence.change(replaced.supersede(withdrawn.id(), "Newer", Samples.NOON, UUID.randomUUID()));

        assertThat(items("2026-12-01", "2027-03-31")).isEmpty();
        assertThat(items("2026-09-01", "2026-12-31"))
                .extracting(Report.Item::evidence)
                .containsExactly(replaced.id().toString());
        assertThat(items("2025-01-01", "2026-03-31")).isEmpty();
    }

    @Test
    void gaps_begin_with_what_nobody_speaks_for_and_what_the_plan_will_change() {
        plan.add(Improvements.proposed(Samples.NORTHMOOR, Improvements.DUE, "4.3"));
        plan.add(Improvements.proposed(Samples.NORTHMOOR, Improvements.DUE, "1.7"));
        var dropped = Improvements.proposed(Samples.NORTHMOOR, Improvements.DUE, "4.3");
        plan.add(dropped);
        plan.change(dropped.move(ActionState.DROPPED, "Not now", Samples.LEAD, Samples.NOON));

        var criterion = criterion("2026-01-01", "2026-12-31");

        assertThat(criterion.actions())
                .singleElement()
                .satisfies(action -> assertThat(action.state()).isEqualTo("proposed"));
        assertThat(GatheredGaps.of(criterion))
                .isEqualTo("No accepted evidence in the period from: client.\n"
                        + "To be improved by 31 December 2026: Ask clients sooner.");
        accepted();
        assertThat(GatheredGaps.of(criterion("2026-01-01", "2026-12-31"))).startsWith("To be improved");
    }

    @Test
    void what_was_verified_before_the_period_is_past() {
        var done = Improvements.done(Improvements.proposed(Samples.NORTHMOOR, Improvements.DUE, "4.3"));
        plan.add(done.move(
                ActionState.VERIFIED, null, new Person("third-id", "third", Samples.NORTHMOOR), Samples.NOON));

        assertThat(criterion("2026-01-01", "2026-12-31").actions()).hasSize(1);
        assertThat(criterion("2026-12-01", "2026-12-31").actions()).isEmpty();
    }

    private Evidence accepted() {
        var submitted = Samples.submitted(Samples.NORTHMOOR, Samples.NOON, "4.3");
        evidence.add(submitted);
        var accepted = submitted.evidence().accept(Samples.ASSESSOR, Samples.NOON, UUID.randomUUID());
        evidence.change(accepted);
        return accepted.evidence();
    }

    private List<Report.Item> items(String from, String to) {
        return criterion(from, to).items();
    }

    private Report.CriterionPart criterion(String from, String to) {
        var assessment = new SelfAssessment(
                UUID.randomUUID(),
                1,
                Samples.NORTHMOOR,
                InMemoryStandard.EDITION.code(),
                new Period(LocalDate.parse(from), LocalDate.parse(to)),
                1,
                null,
                null,
                Map.of(),
                new SelfAssessment.Started(Samples.NOON, Samples.LEAD),
                null);
        return gather.now(assessment, Callers.lead("99000001").visible()).elements().getLast().criteria().stream()
                .filter(part -> part.code().equals("4.3"))
                .findFirst()
                .orElseThrow();
    }
}
