package org.ncsoversight.evidence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.evidence.files.model.EvidenceFile;
import org.ncsoversight.evidence.items.model.Action;
import org.ncsoversight.evidence.items.model.Content;
import org.ncsoversight.evidence.items.model.ContentHash;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.model.Revision;

/** What becomes of evidence after its first submission. */
class WholeLifeTest {

    private static final Person OTHER_ASSESSOR = new Person("other-id", "other", null);

    private final Evidence submitted = Samples.submitted().evidence();
    private final Evidence accepted = accept(submitted);

    @Test
    void while_one_reviews_no_other_decides() {
        var inReview = submitted.startReview(ASSESSOR, NOON, id()).evidence();

        assertThat(inReview.state()).isEqualTo(EvidenceState.IN_REVIEW);
        assertThat(inReview.reviewer()).contains(ASSESSOR);
        assertThat(inReview.mayBeDecidedBy(OTHER_ASSESSOR)).isFalse();
        assertThatThrownBy(() -> inReview.accept(OTHER_ASSESSOR, NOON, id())).isInstanceOf(IllegalStateException.class);
        assertThat(inReview.accept(ASSESSOR, NOON, id()).evidence().state()).isEqualTo(EvidenceState.ACCEPTED);
    }

    @Test
    void a_review_can_be_taken_over_and_released() {
        var takenOver = submitted
                .startReview(ASSESSOR, NOON, id())
                .evidence()
                .startReview(OTHER_ASSESSOR, NOON, id())
                .evidence();

        assertThat(takenOver.reviewer()).contains(OTHER_ASSESSOR);
        assertThatThrownBy(() -> takenOver.releaseReview(ASSESSOR, NOON, id()))
                .isInstanceOf(IllegalStateException.class);
        var released = takenOver.releaseReview(OTHER_ASSESSOR, NOON, id()).evidence();
        assertThat(released.state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThat(released.latest().action()).isEqualTo(Action.REVIEW_RELEASED);
        assertThat(released.reviewer()).isEmpty();
    }

    @Test
    void an_approval_is_of_what_stood_there_and_shows_a_later_change() {
        assertThat(accepted.approval().contentHash()).isEqualTo(ContentHash.of(accepted.content(), accepted.files()));
        assertThat(accepted.changedSinceApproval()).isFalse();

        var revised = resubmit(accepted, Samples.content("4.3"));

        assertThat(revised.approval()).isEqualTo(accepted.approval());
        assertThat(revised.changedSinceApproval()).isTrue();
        assertThat(revised.revisions()).extracting(Revision::number).containsExactly(1, 2);
        assertThat(revised.revision(1).orElseThrow().content()).isEqualTo(submitted.content());
        assertThat(accept(revised).approval().revision()).isEqualTo(2);
        assertThat(accept(revised).changedSinceApproval()).isFalse();
    }

    @Test
    void a_resubmission_keeps_its_place_in_lists_and_queues_up_again() {
        var later = accepted.resubmit(accepted.content(), List.of(), "Newer figures", LEAD, NOON.plusSeconds(9), id())
                .evidence();

        assertThat(later.listKey()).isEqualTo(submitted.listKey());
        assertThat(later.waitingKey()).isGreaterThan(submitted.waitingKey());
        assertThat(later.latest().reason()).isEqualTo("Newer figures");
    }

    @Test
    void everybody_who_ever_submitted_it_is_barred_from_reviewing_it() {
        var colleague = new Person("second-id", "second", Samples.NORTHMOOR);
        var revised = accepted.resubmit(accepted.content(), List.of(), null, colleague, NOON, id())
                .evidence();

        assertThat(revised.mayBeReviewedBy(new Person("second-id", "now an assessor", null)))
                .isFalse();
        assertThat(revised.mayBeReviewedBy(submitted.submitted().by())).isFalse();
        assertThat(revised.mayBeReviewedBy(ASSESSOR)).isTrue();
    }

    @Test
    void reaffirming_keeps_the_approval_as_of_the_old_text() {
        var texts = new TreeSet<Reference>();
        accepted.content()
                .references()
                .forEach(reference -> texts.add(new Reference(reference.edition(), reference.code(), 2)));

        var reaffirmed = accepted.reaffirm(texts, null, LEAD, NOON, id()).evidence();

        assertThat(reaffirmed.state()).isEqualTo(EvidenceState.ACCEPTED);
        assertThat(reaffirmed.content().criteria().values()).containsOnly(2);
        assertThat(reaffirmed.changedSinceApproval()).isFalse();
        assertThat(reaffirmed
                        .revision(reaffirmed.approval().revision())
                        .orElseThrow()
                        .content()
                        .criteria()
                        .values())
                .containsOnly(1);
    }

    @Test
    void another_owner_or_thread_is_no_other_evidence() {
        var arranged = accepted.arrange("jo", new TreeSet<>(Set.of(UUID.randomUUID())), null, LEAD, NOON, id())
                .evidence();

        assertThat(arranged.content().owner()).isEqualTo("jo");
        assertThat(arranged.changedSinceApproval()).isFalse();
        assertThat(arranged.alreadySaid(EvidenceState.ACCEPTED, ASSESSOR, null)).isTrue();
    }

    @Test
    void expired_evidence_can_be_renewed_and_superseded_evidence_cannot() {
        var expired = accepted.expire("Its review date has passed", NOON, id()).evidence();
        var superseded =
                accepted.supersede(new EvidenceId(id()), "Newer", NOON, id()).evidence();

        assertThat(expired.latest().by()).isEqualTo(Person.NOBODY);
        assertThat(resubmit(expired, expired.content()).state()).isEqualTo(EvidenceState.SUBMITTED);
        assertThatThrownBy(() -> resubmit(superseded, superseded.content())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> superseded.withdraw(LEAD, NOON, id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_accepted_evidence_expires() {
        assertThatThrownBy(() -> submitted.expire("Old", NOON, id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobody_revises_what_a_reviewer_reads_or_what_is_anothers() {
        var inReview = submitted.startReview(ASSESSOR, NOON, id()).evidence();

        assertThatThrownBy(() -> resubmit(inReview, inReview.content())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accepted.resubmit(accepted.content(), List.of(), null, ASSESSOR, NOON, id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(EvidenceState.class)
    void every_state_has_a_word_that_leads_back(EvidenceState state) {
        assertThat(EvidenceState.of(state.word())).contains(state);
        assertThat(state.word()).matches("[a-z-]+");
    }

    @Test
    void the_hash_tells_any_two_contents_and_files_apart() {
        var content = submitted.content();
        var file = submitted.files().getFirst();
        var renamed = new EvidenceFile(file.id(), "other.pdf", file.type(), file.sizeInBytes(), file.sha256());

        assertThat(Set.of(
                        ContentHash.of(content, submitted.files()),
                        ContentHash.of(content, List.of()),
                        ContentHash.of(content, List.of(renamed)),
                        ContentHash.of(Samples.content("4.3"), submitted.files())))
                .hasSize(4);
        assertThat(ContentHash.of(content, submitted.files())).matches("[0-9a-f]{64}");
    }

    private static Evidence accept(Evidence evidence) {
        return evidence.accept(ASSESSOR, NOON, id()).evidence();
    }

    private static Evidence resubmit(Evidence evidence, Content content) {
        return evidence.resubmit(content, evidence.files(), null, LEAD, NOON, id())
                .evidence();
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
