package org.ncsoversight.evidence.planning.improving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.planning.model.ActionState;
import org.ncsoversight.evidence.planning.model.Improvements;
import org.ncsoversight.evidence.registers.counting.Announcing;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryImprovementStore;
import org.ncsoversight.evidence.store.InMemoryRegisterCountStore;

/** Who may say that an action is done, what it may name, and to which edition it belongs. */
class ChangingImprovementsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final InMemoryImprovementStore store = new InMemoryImprovementStore();
    private final InMemoryEvidenceStore evidence = new InMemoryEvidenceStore();
    private final InMemoryStandard standard = new InMemoryStandard();
    private final EditionInForce days = new EditionInForce(standard, CLOCK);
    private final ImprovementLimits limits = new ImprovementLimits(100, 200, 10, 5);
    private final CountImprovement register =
            new CountImprovement(store, Announcing.with(new InMemoryRegisterCountStore(), days, CLOCK));
    private final ProposeImprovement propose =
            new ProposeImprovement(store, new ReadImprovement(evidence, days, limits), register, CLOCK);
    private final MoveImprovement move = new MoveImprovement(store, limits, register, CLOCK);
    private final Caller lead = Callers.lead("99000001");

    @BeforeEach
    void the_standard_is_known() {
        standard.keep(InMemoryStandard.EDITION);
    }

    @Test
    void where_the_only_lead_did_it_somebody_who_looks_at_the_provider_verifies() {
        var done = Improvements.done(Improvements.proposed(NORTHMOOR, Improvements.DUE, "4.3"));
        store.add(done);
        var owner = Callers.of("lead", "provider-lead", Map.of("ukprn", "99000001"));
        var contributor = Callers.of("anna", "provider-contributor", Map.of("ukprn", "99000001"));

        assertThat(verify(owner, done.id())).isInstanceOf(MoveImprovement.Result.NotByTheDoer.class);
        assertThat(verify(contributor, done.id())).isInstanceOf(MoveImprovement.Result.OnlyALead.class);
        assertThat(verify(Callers.assessor("99000002"), done.id())).isInstanceOf(MoveImprovement.Result.NotFound.class);
        assertThat(verify(Callers.assessor("99000001"), done.id())).isInstanceOf(MoveImprovement.Result.Moved.class);
        assertThat(store.find(done.id(), lead.visible()).orElseThrow().state()).isEqualTo(ActionState.VERIFIED);
    }

    @Test
    void who_looks_at_a_provider_says_only_whether_something_is_done() {
        var proposed = Improvements.proposed(NORTHMOOR, Improvements.DUE, "4.3");
        store.add(proposed);
        var manager = Callers.of("manager", "contract-manager", Map.of());

        assertThat(move.move(new MoveImprovement.Command(proposed.id(), ActionState.AGREED, null, "", manager)))
                .isInstanceOf(MoveImprovement.Result.NotFound.class);
    }

    @Test
    void evidence_that_is_named_must_be_there_and_ones_own() {
        var mine = Samples.submitted();
        var theirs = Samples.submitted(Samples.SOUTHBY, Samples.NOON, "4.3");
        evidence.add(mine);
        evidence.add(theirs);

        assertThat(proposing(mine)).isInstanceOf(ProposeImprovement.Result.Kept.class);
        for (var wrong : List.of(theirs, Samples.submitted())) {
            assertThat(proposing(wrong))
                    .isInstanceOfSatisfying(
                            ProposeImprovement.Result.Invalid.class,
                            invalid -> assertThat(invalid.errors())
                                    .singleElement()
                                    .satisfies(error -> assertThat(error.code()).isEqualTo("evidence-unknown")));
        }
    }

    @Test
    void an_action_stays_on_its_edition_when_it_is_changed() {
        var id = UUID.randomUUID();
        propose.propose(id, input("Ask", "1.7"), author());
        standard.keep(new Edition(
                "matrix-ncs-5e",
                1,
                "A newer edition",
                LocalDate.parse("2026-01-01"),
                null,
                List.of(new Edition.Element(4, "Quality")),
                List.of(new Criterion(new CriterionCode("4.9"), 4, "New", 1, List.of(Voice.CLIENT)))));

        assertThat(propose.edit(id, 1L, input("Ask sooner", "1.7"), author()))
                .isInstanceOfSatisfying(
                        ProposeImprovement.Result.Kept.class,
                        kept -> assertThat(kept.action().improvement().edition())
                                .isEqualTo(InMemoryStandard.EDITION.code()));
        assertThat(propose.propose(UUID.randomUUID(), input("Ask", "4.9"), author()))
                .isInstanceOf(ProposeImprovement.Result.Kept.class);
    }

    private MoveImprovement.Result verify(Caller caller, UUID id) {
        return move.move(new MoveImprovement.Command(id, ActionState.VERIFIED, null, "", caller));
    }

    private ProposeImprovement.Result proposing(EvidenceEvent item) {
        var source = ImprovementInput.SourceInput.item(item.evidence().id().toString());
        var input = new ImprovementInput(null, "Ask", "Better", List.of("4.3"), "", "2026-12-01", List.of(source));
        return propose.propose(UUID.randomUUID(), input, author());
    }

    private static ImprovementInput input(String title, String criterion) {
        return new ImprovementInput(null, title, "Better", List.of(criterion), "", "2026-12-01", List.of());
    }

    private ProposeImprovement.Author author() {
        return new ProposeImprovement.Author(lead.person(), new ProviderId("99000001"), true, lead.visible());
    }
}
