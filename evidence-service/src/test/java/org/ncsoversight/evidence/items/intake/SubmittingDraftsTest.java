package org.ncsoversight.evidence.items.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.intake.SubmitDraft.Result;
import org.ncsoversight.evidence.items.model.Draft;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.model.EvidenceId;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;

class SubmittingDraftsTest {

    private final Fixture fixture = new Fixture();
    private final Caller lead = Callers.lead("99000001");
    private final SubmitDraft submitDraft =
            new SubmitDraft(fixture.store, fixture.drafts, fixture.reader, fixture.scans, fixture.clock);
    private final EvidenceId id = new EvidenceId(UUID.randomUUID());

    @Test
    void a_revision_leaves_the_item_with_the_owner_and_the_threads_it_has_by_then() {
        var draft = draftOf(submitted());
        var thread = UUID.randomUUID();
        arrange("jo", thread);

        var revised = submitted(submit(draft, item().version(), ""));

        assertThat(revised.content().owner()).isEqualTo("jo");
        assertThat(revised.content().threads()).containsExactly(thread);
    }

    @Test
    void a_revision_that_names_owner_and_threads_itself_has_its_way() {
        var thread = UUID.randomUUID();
        var draft = draftOf(submitted());
        var changed = draft.saying(
                draft.proposal().with(Field.OWNER, "kim").with(Field.THREADS, List.of(thread.toString())),
                lead.person(),
                fixture.clock.instant());
        fixture.drafts.save(changed);
        arrange("jo", UUID.randomUUID());

        var revised = submitted(submit(changed, item().version(), ""));

        assertThat(revised.content().owner()).isEqualTo("kim");
        assertThat(revised.content().threads()).containsExactly(thread);
    }

    @Test
    void the_same_again_after_a_return_is_no_repeat() {
        var draft = draftOf(submitted());
        fixture.store.change(item().giveBack("Too old", ASSESSOR, fixture.clock.instant(), UUID.randomUUID()));

        assertThat(submit(draft, null, "")).isInstanceOf(Result.ItemChanged.class);

        assertThat(fixture.drafts.find(id, lead.own())).isPresent();
        assertThat(submitted(submit(draft, item().version(), "")).state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThat(item().revisions()).hasSize(2);
    }

    @Test
    void a_submission_that_broke_off_before_the_draft_was_gone_is_a_repeat() {
        var draft = draftOf(submitted());
        submit(draft, null, "");
        fixture.drafts.add(draft);

        assertThat(submit(draft, null, "")).isInstanceOf(Result.SubmittedBefore.class);

        assertThat(fixture.drafts.find(id, lead.own())).isEmpty();
    }

    @Test
    void what_a_lead_was_told_is_not_in_the_history_that_others_read() {
        var draft = start().handOver("Jo is on leave", lead.person(), fixture.clock.instant());
        fixture.drafts.save(draft);

        var evidence = submitted(submit(draft, null, ""));

        assertThat(evidence.history())
                .hasSize(3)
                .extracting(Evidence.Step::reason)
                .containsOnlyNulls();
    }

    @Test
    void a_reason_has_a_limit() {
        var draft = draftOf(submitted());

        assertThat(submit(draft, null, "x".repeat(2001)))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting("field", "code")
                                .containsExactly(tuple("reason", "reason-too-long")));
        assertThat(submit(draft, null, "x".repeat(2000))).isInstanceOf(Result.Submitted.class);
    }

    @Test
    void a_file_with_a_virus_is_not_submitted_and_one_that_waits_for_its_scan_is() {
        var file = new EvidenceFile(UUID.randomUUID(), "a.txt", "text/plain", 5, "ab".repeat(32));
        var draft = start().holding(List.of(file), lead.person(), fixture.clock.instant());
        fixture.drafts.save(draft);
        var waiting = FileScan.first(file.id(), ScanState.QUARANTINED, fixture.clock.instant());
        fixture.scans.keep(waiting.infected("Eicar", fixture.clock.instant()));

        assertThat(submit(draft, null, ""))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors()).extracting("code").isEqualTo(List.of("file-infected")));

        fixture.scans.keep(waiting);
        assertThat(submit(draft, null, "")).isInstanceOf(Result.Submitted.class);
    }

    private Draft start() {
        var draft =
                Draft.start(id, NORTHMOOR, Fixture.valid().done().proposal(), lead.person(), fixture.clock.instant());
        fixture.drafts.add(draft);
        return draft;
    }

    private Evidence submitted() {
        return submitted(submit(start(), null, ""));
    }

    private Draft draftOf(Evidence evidence) {
        var draft = Draft.of(evidence, lead.person(), fixture.clock.instant());
        fixture.drafts.add(draft);
        return draft;
    }

    private void arrange(String owner, UUID thread) {
        var event = item().arrange(
                        owner,
                        new TreeSet<>(List.of(thread)),
                        null,
                        lead.person(),
                        fixture.clock.instant(),
                        UUID.randomUUID());
        assertThat(fixture.store.change(event)).isTrue();
    }

    private Evidence item() {
        return fixture.store.find(id, lead.own()).orElseThrow();
    }

    private Result submit(Draft draft, Long seenItem, String why) {
        return submitDraft.submit(
                new SubmitDraft.Command(id, draft.version(), seenItem, why, lead.person(), lead.own()));
    }

    private static Evidence submitted(Result result) {
        assertThat(result).isInstanceOf(Result.Submitted.class);
        return ((Result.Submitted) result).evidence();
    }
}
