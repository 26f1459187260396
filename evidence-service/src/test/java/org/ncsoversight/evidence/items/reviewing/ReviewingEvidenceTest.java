package org.ncsoversight.evidence.items.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.files.FileFacts;
import org.ncsoversight.evidence.files.model.FileScan;
import org.ncsoversight.evidence.files.model.ScanState;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.items.model.EvidenceState;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Decision;
import org.ncsoversight.evidence.items.reviewing.ReviewEvidence.Result;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;
import org.ncsoversight.evidence.store.InMemoryFileScans;

class ReviewingEvidenceTest {

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final InMemoryFileScans scans = new InMemoryFileScans(ScanState.QUARANTINED);
    private final ReviewEvidence reviewEvidence = new ReviewEvidence(
            store, new FileFacts(scans, new Words()), new ReviewLimits(10), Clock.fixed(NOON, ZoneOffset.UTC));
    private final Evidence evidence = submitted();
    private final Caller assessor = Callers.assessor("99000001");

    @BeforeEach
    void filesAreClean() {
        evidence.files()
                .forEach(file -> scans.keep(
                        FileScan.first(file.id(), ScanState.QUARANTINED, NOON).clean(NOON)));
    }

    @Test
    void an_assessor_accepts() {
        var result = review(assessor, 1L, new Decision.Accept());

        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Reviewed.class,
                        reviewed -> assertThat(reviewed.evidence().state()).isEqualTo(EvidenceState.ACCEPTED));
        assertThat(store.announced()).hasSize(2);
    }

    @Test
    void the_same_decision_again_changes_nothing() {
        review(assessor, null, new Decision.Return("Too old"));

        assertThat(review(assessor, null, new Decision.Return(" Too old "))).isInstanceOf(Result.Reviewed.class);
        assertThat(store.announced()).hasSize(2);
    }

    @Test
    void the_second_of_two_reviewers_is_told() {
        var other = Callers.of("second", "assessor", Map.of("assigned", "all"));
        review(assessor, 1L, new Decision.Accept());

        assertThat(review(other, 1L, new Decision.Return("Too old"))).isInstanceOf(Result.ChangedMeanwhile.class);
        assertThat(review(other, null, new Decision.Accept())).isInstanceOf(Result.NotAwaitingReview.class);
        assertThat(store.announced()).hasSize(2);
    }

    @Test
    void a_reason_is_needed_and_may_be_as_long_as_the_limit() {
        assertThat(code(new Decision.Return(" "))).isEqualTo("reason-missing");
        assertThat(code(new Decision.Return("12345678901"))).isEqualTo("reason-too-long");
        assertThat(review(assessor, null, new Decision.Return("1234567890"))).isInstanceOf(Result.Reviewed.class);
    }

    @Test
    void evidence_is_not_accepted_before_its_files_are_known_to_be_clean_and_can_be_returned() {
        var file = evidence.files().getFirst();
        var waiting = FileScan.first(file.id(), ScanState.QUARANTINED, NOON);
        for (var withheld : List.of(waiting, waiting.infected("Eicar", NOON))) {
            scans.keep(withheld);
            assertThat(review(assessor, null, new Decision.Accept()))
                    .isEqualTo(new Result.FilesWithheld(evidence, List.of(file)));
        }
        assertThat(review(assessor, null, new Decision.Return("A virus"))).isInstanceOf(Result.Reviewed.class);
    }

    @Test
    void evidence_with_clean_files_is_accepted() {
        scans.keep(FileScan.first(evidence.files().getFirst().id(), ScanState.QUARANTINED, NOON)
                .clean(NOON));

        assertThat(review(assessor, null, new Decision.Accept())).isInstanceOf(Result.Reviewed.class);
    }

    @Test
    void who_is_not_assigned_finds_nothing() {
        assertThat(review(Callers.assessor("99000002"), null, new Decision.Accept()))
                .isInstanceOf(Result.NotFound.class);
    }

    @Test
    void nobody_reviews_evidence_of_their_own_organisation() {
        var both = Callers.of("both", "assessor", Map.of("assigned", "all", "ukprn", "99000001"));

        assertThat(review(both, null, new Decision.Accept())).isInstanceOf(Result.NotIndependent.class);
    }

    private String code(Decision decision) {
        var result = (Result.Invalid) review(assessor, null, decision);
        return result.errors().stream().map(FieldError::code).findFirst().orElseThrow();
    }

    private Result review(Caller caller, Long version, Decision decision) {
        return reviewEvidence.review(
                new ReviewEvidence.Command(evidence.id(), version, decision, caller.person(), caller.visible()));
    }

    private Evidence submitted() {
        var event = Samples.submitted();
        store.add(event);
        return event.evidence();
    }
}
