package org.ncsoversight.evidence.items.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.EvidenceEvent;
import org.ncsoversight.evidence.items.reviewing.TakeUpReview.Result;
import org.ncsoversight.evidence.model.Samples;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Callers;
import org.ncsoversight.evidence.store.InMemoryEvidenceStore;

class TakingUpReviewTest {

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final TakeUpReview takeUpReview = new TakeUpReview(store, Clock.fixed(NOON, ZoneOffset.UTC));
    private final EvidenceEvent.Submitted event = Samples.submitted();
    private final Caller first = Callers.assessor("all");
    private final Caller second = Callers.of("second", "assessor", Map.of("assigned", "all"));

    @BeforeEach
    void submit() {
        store.add(event);
    }

    @Test
    void starting_twice_changes_nothing() {
        assertThat(start(first, 1L)).isInstanceOf(Result.Done.class);
        assertThat(start(first, 1L)).isInstanceOf(Result.Done.class);
        assertThat(store.announced()).hasSize(2);
    }

    @Test
    void only_who_has_seen_that_another_is_at_it_takes_over() {
        start(first, 1L);

        assertThat(start(second, null)).isInstanceOf(Result.InReviewByAnother.class);
        assertThat(start(second, 1L)).isInstanceOf(Result.ChangedMeanwhile.class);
        assertThat(start(second, 2L)).isInstanceOf(Result.Done.class);
        assertThat(release(first, null)).isInstanceOf(Result.InReviewByAnother.class);
        assertThat(release(second, 3L)).isInstanceOf(Result.Done.class);
        assertThat(release(second, 3L)).isInstanceOf(Result.Done.class);
    }

    @Test
    void who_is_not_assigned_finds_nothing_and_the_own_organisation_is_refused() {
        var both = Callers.of("both", "assessor", Map.of("assigned", "all", "ukprn", "99000001"));

        assertThat(start(Callers.assessor("99000002"), null)).isInstanceOf(Result.NotFound.class);
        assertThat(start(both, null)).isInstanceOf(Result.NotIndependent.class);
        assertThat(release(both, null)).isInstanceOf(Result.NotIndependent.class);
    }

    private Result start(Caller caller, @Nullable Long version) {
        return takeUpReview.start(command(caller, version));
    }

    private Result release(Caller caller, @Nullable Long version) {
        return takeUpReview.release(command(caller, version));
    }

    private TakeUpReview.Command command(Caller caller, @Nullable Long version) {
        return new TakeUpReview.Command(event.evidence().id(), version, caller.person(), caller.visible());
    }
}
