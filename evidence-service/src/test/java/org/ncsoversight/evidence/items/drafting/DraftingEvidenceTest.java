package org.ncsoversight.evidence.items.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.drafting.DraftEvidence.Result;
import org.ncsoversight.evidence.items.drafting.DraftEvidence.Seen;
import org.ncsoversight.evidence.items.intake.Fixture;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;

class DraftingEvidenceTest {

    private final Fixture fixture = new Fixture();
    private final Caller lead = Callers.lead("99000001");
    private final Caller other = Callers.lead("99000002");
    private final DraftEvidence draftEvidence = new DraftEvidence(fixture.drafts, fixture.store, fixture.clock);

    @Test
    void the_id_of_anybodys_evidence_starts_no_draft() {
        var evidence = evidence();

        assertThat(draftEvidence.start(evidence.id(), Proposal.EMPTY, other)).isInstanceOf(Result.IdTaken.class);

        assertThat(draftEvidence.revise(evidence.id(), lead)).isInstanceOf(Result.Kept.class);
    }

    @Test
    void an_id_that_somebody_else_drafts_under_is_taken_and_no_failure() {
        var evidence = evidence();
        fixture.drafts.add(
                Draft.start(evidence.id(), Samples.SOUTHBY, Proposal.EMPTY, other.person(), fixture.clock.instant()));

        assertThat(draftEvidence.revise(evidence.id(), lead)).isInstanceOf(Result.IdTaken.class);
    }

    @Test
    void an_owner_and_threads_as_the_item_has_them_are_left_to_the_item() {
        var evidence = evidence();
        var arranged = evidence.arrange(
                "jo", evidence.content().threads(), null, lead.person(), fixture.clock.instant(), UUID.randomUUID());
        fixture.store.change(arranged);
        var draft = kept(draftEvidence.revise(evidence.id(), lead));
        assertThat(draft.proposal().has(Field.OWNER)).isFalse();

        var same = save(draft.id(), draft.proposal().with(Field.OWNER, "jo"));
        assertThat(same.proposal().has(Field.OWNER)).isFalse();

        var another = save(draft.id(), draft.proposal().with(Field.OWNER, "kim"));
        assertThat(another.proposal().text(Field.OWNER)).isEqualTo("kim");
    }

    @Test
    void a_note_for_the_lead_has_a_limit() {
        var id = new EvidenceId(UUID.randomUUID());
        draftEvidence.start(id, Proposal.EMPTY, lead);

        assertThat(draftEvidence.handOver(id, Seen.byPerson(1), "x".repeat(2001), lead))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors()).extracting("field").isEqualTo(List.of("note")));
    }

    private Evidence evidence() {
        var event = Samples.submitted();
        fixture.store.add(event);
        return event.evidence();
    }

    private Draft save(EvidenceId id, Proposal proposal) {
        return kept(draftEvidence.save(id, Seen.byProgram(null), _ -> proposal, lead));
    }

    private static Draft kept(Result result) {
        assertThat(result).isInstanceOf(Result.Kept.class);
        return ((Result.Kept) result).draft();
    }
}
