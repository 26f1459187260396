package org.ncsoversight.evidence.withdrawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.EvidenceEvent;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.withdrawing.WithdrawEvidence.Result;

class WithdrawingEvidenceTest {

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final WithdrawEvidence withdrawEvidence = new WithdrawEvidence(store, Clock.fixed(NOON, ZoneOffset.UTC));
    private final EvidenceEvent.Submitted event = Samples.submitted();
    private final Caller lead = Callers.lead("99000001");

    @Test
    void a_provider_takes_its_evidence_back_once() {
        store.add(event);

        assertThat(withdraw(lead, 1L)).isInstanceOf(Result.Withdrawn.class);
        assertThat(withdraw(lead, 1L)).isInstanceOf(Result.Withdrawn.class);
        assertThat(store.announced()).hasSize(2);
    }

    @Test
    void another_provider_finds_nothing_and_an_assessor_may_not() {
        store.add(event);

        assertThat(withdraw(Callers.lead("99000002"), null)).isInstanceOf(Result.NotFound.class);
        assertThat(withdraw(Callers.assessor("all"), null)).isInstanceOf(Result.NotYours.class);
    }

    @Test
    void who_looked_at_an_older_version_is_told() {
        store.add(event);
        store.change(event.evidence().accept(ASSESSOR, NOON, UUID.randomUUID()));

        assertThat(withdraw(lead, 1L)).isInstanceOf(Result.ChangedMeanwhile.class);
        assertThat(withdraw(lead, 2L)).isInstanceOf(Result.Withdrawn.class);
    }

    private Result withdraw(Caller caller, Long version) {
        return withdrawEvidence.withdraw(
                new WithdrawEvidence.Command(event.evidence().id(), version, caller.person(), caller.visible()));
    }
}
