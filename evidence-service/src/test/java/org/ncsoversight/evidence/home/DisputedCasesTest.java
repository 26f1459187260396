package org.ncsoversight.evidence.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.store.Standing;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Reference;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.readiness.Band;
import org.ncsoversight.evidence.readiness.InMemoryReadiness;
import org.ncsoversight.evidence.reporting.ReadinessListener;
import org.ncsoversight.evidence.reporting.ReportingExamples;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.outbox.Received;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts that were once judged here and there in two ways. Reporting-service's own test feeds the same facts to its
 * function and finds the example that is shown here.
 */
class DisputedCasesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final LocalDate FAR = TODAY.plusYears(1);
    private static final Criterion CRITERION =
            new Criterion(new CriterionCode("4.3"), 4, "Feedback is evaluated", 2, List.of(Voice.CLIENT));
    private static final Edition EDITION = new Edition(
            "matrix-ncs-4e", 1, "Edition", LocalDate.parse("2011-01-01"), null, List.of(), List.of(CRITERION));

    @Test
    void accepted_for_the_old_and_for_the_new_text_is_ready_as_published() {
        var line = line(
                "readiness-of-two-texts", item(EvidenceState.ACCEPTED, FAR, 1), item(EvidenceState.ACCEPTED, FAR, 2));

        assertThat(line.band()).isEqualTo(Band.READY);
        assertThat(line.reasons()).isEmpty();
        assertThat(line.next()).isEqualTo("Nothing to do");
    }

    @Test
    void one_lapsing_while_a_newer_one_is_only_submitted_is_at_risk_as_published() {
        var lapsing = item(EvidenceState.ACCEPTED, TODAY.plusDays(30), 2);
        var line = line("readiness-of-lapsing-and-submitted", lapsing, item(EvidenceState.SUBMITTED, FAR, 2));

        assertThat(line.band()).isEqualTo(Band.AT_RISK);
        assertThat(line.reasons())
                .containsExactly("Evidence from clients reaches its review date on 23 December 2026.");
        assertThat(line.href()).isEqualTo("/evidence/" + lapsing.id());
    }

    @Test
    void only_a_replaced_one_and_one_expired_by_a_rule_is_not_started_as_published() {
        var expired = item(EvidenceState.EXPIRED, FAR, 2);
        var line = line("readiness-of-replaced-and-expired", item(EvidenceState.SUPERSEDED, FAR, 2), expired);

        assertThat(line.band()).isEqualTo(Band.NOT_STARTED);
        assertThat(line.reasons()).containsExactly("Nothing has been submitted. It asks for the voices of clients.");
    }

    private static Task line(String example, Standing... items) {
        var known = new InMemoryReadiness();
        new ReadinessListener(known, new JsonMapper())
                .hear(new Received(
                        ReportingExamples.record(ReadinessListener.READINESS, ReportingExamples.of(example))));
        var published = known.of(NORTHMOOR, Callers.lead(NORTHMOOR.ukprn()).own());
        assertThat(published).isPresent();
        var preparation =
                new Preparation(EDITION, published.orElseThrow(), List.of(items), Set.of(), List.of(), List.of());
        var words = new Words();
        return new TaskWords(NORTHMOOR, new ReasonWords(EDITION, words), words).task(preparation.line(CRITERION));
    }

    private static Standing item(EvidenceState state, LocalDate reviewDate, int textVersion) {
        return new Standing(
                new EvidenceId(UUID.randomUUID()),
                state,
                "Title",
                Voice.CLIENT,
                new TreeSet<>(List.of(new Reference("matrix-ncs-4e", new CriterionCode("4.3"), textVersion))),
                reviewDate);
    }
}
