package org.ncsoversight.evidence.items.reaffirming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.reaffirming.ReaffirmEvidence.Result;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;

class ReaffirmingEvidenceTest {

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final ReaffirmEvidence reaffirmEvidence =
            new ReaffirmEvidence(store, standard, Clock.fixed(NOON, ZoneOffset.UTC));
    private final Caller lead = Callers.lead("99000001");
    private final EvidenceEvent.Submitted event = Samples.submitted();

    @Test
    void the_owner_or_a_lead_confirms_the_newer_text_once() {
        accepted();
        textChanges();

        assertThat(reaffirm(lead, 2L)).isInstanceOfSatisfying(Result.Reaffirmed.class, done -> {
            assertThat(done.evidence().content().criteria()).containsEntry(new CriterionCode("4.3"), 2);
            assertThat(done.evidence().latest().reason()).isEqualTo("Still so");
        });
        assertThat(reaffirm(lead, 2L)).isInstanceOf(Result.Reaffirmed.class);
        assertThat(store.announced()).hasSize(3);
    }

    @Test
    void a_colleague_who_is_not_the_owner_does_not() {
        accepted();
        textChanges();
        var contributor = Callers.of("jo", "provider-contributor", Map.of("ukprn", "99000001"));

        assertThat(reaffirm(contributor, null)).isInstanceOf(Result.NotTheOwner.class);
    }

    @Test
    void another_provider_finds_nothing_and_who_saw_an_older_version_is_told() {
        accepted();
        textChanges();

        assertThat(reaffirm(Callers.lead("99000002"), null)).isInstanceOf(Result.NotFound.class);
        assertThat(reaffirm(lead, 1L)).isInstanceOf(Result.ChangedMeanwhile.class);
    }

    @Test
    void only_accepted_evidence_is_confirmed() {
        store.add(event);
        textChanges();

        assertThat(reaffirm(lead, null)).isInstanceOf(Result.NotAccepted.class);
    }

    private void accepted() {
        store.add(event);
        store.change(event.evidence().accept(ASSESSOR, NOON, UUID.randomUUID()));
    }

    private void textChanges() {
        standard.keep(new Edition(
                "matrix-ncs-4e",
                2,
                "Edition",
                LocalDate.parse("2011-01-01"),
                null,
                List.of(),
                List.of(new Criterion(new CriterionCode("4.3"), 4, "Feedback", 2, List.of(Voice.CLIENT)))));
    }

    private Result reaffirm(Caller caller, Long version) {
        return reaffirmEvidence.reaffirm(event.evidence().id(), version, " Still so ", caller);
    }
}
