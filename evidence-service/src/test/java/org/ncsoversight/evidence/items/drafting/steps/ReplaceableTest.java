package org.ncsoversight.evidence.items.drafting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.SOUTHBY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;

class ReplaceableTest {

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final Replaceable replaceable = new Replaceable(store);
    private final Caller lead = Callers.lead("99000001");

    @Test
    void the_own_accepted_evidence_for_one_of_the_criteria_can_be_replaced() {
        var own = accepted(NORTHMOOR, "4.3");
        accepted(NORTHMOOR, "1.7");
        accepted(SOUTHBY, "4.3");
        store.add(Samples.submitted(NORTHMOOR, NOON, "4.3"));

        assertThat(replaceable.by(draft(Proposal.EMPTY.with(Field.CRITERIA, List.of("4.3", "wrong"))), lead))
                .containsExactly(own);
    }

    @Test
    void what_was_chosen_stays_to_be_chosen() {
        var chosen = Samples.submitted(NORTHMOOR, NOON, "1.7");
        store.add(chosen);

        var typed = Proposal.EMPTY.with(Field.REPLACES, chosen.evidence().id().toString());
        assertThat(replaceable.by(draft(typed), lead)).containsExactly(chosen.evidence());
    }

    private Evidence accepted(ProviderId provider, String code) {
        var submitted = Samples.submitted(provider, NOON, code);
        store.add(submitted);
        var accepted = submitted.evidence().accept(ASSESSOR, NOON, UUID.randomUUID());
        store.change(accepted);
        return accepted.evidence();
    }

    private Draft draft(Proposal proposal) {
        return Draft.start(new EvidenceId(UUID.randomUUID()), NORTHMOOR, proposal, lead.person(), NOON);
    }
}
