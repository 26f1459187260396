package org.ncsoversight.evidence.items.withdrawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.withdrawing.WithdrawEvidence.Result;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;

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

    @Test
    void why_is_kept_in_the_timeline() {
        store.add(event);

        assertThat(withdraw(lead, 1L, "  Sent twice ")).isInstanceOf(Result.Withdrawn.class);

        assertThat(store.find(event.evidence().id(), lead.visible())
                        .orElseThrow()
                        .latest()
                        .reason())
                .isEqualTo("Sent twice");
    }

    @Test
    void why_has_an_end() {
        store.add(event);

        assertThat(withdraw(lead, 1L, "x".repeat(2_001))).isInstanceOf(Result.Invalid.class);
        assertThat(withdraw(lead, 1L, "x".repeat(2_000))).isInstanceOf(Result.Withdrawn.class);
    }

    @Test
    void what_another_item_has_replaced_is_not_withdrawn() {
        store.add(event);
        var accepted = event.evidence().accept(ASSESSOR, NOON, UUID.randomUUID());
        store.change(accepted);
        store.change(
                accepted.evidence().supersede(new EvidenceId(UUID.randomUUID()), "Replaced", NOON, UUID.randomUUID()));

        assertThat(withdraw(lead, 3L)).isInstanceOf(Result.NotNow.class);
    }

    private Result withdraw(Caller caller, @Nullable Long version) {
        return withdraw(caller, version, "");
    }

    private Result withdraw(Caller caller, @Nullable Long version, String why) {
        return withdrawEvidence.withdraw(
                new WithdrawEvidence.Command(event.evidence().id(), version, why, caller.person(), caller.visible()));
    }
}
