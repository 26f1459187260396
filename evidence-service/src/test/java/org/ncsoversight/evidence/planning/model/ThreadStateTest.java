package org.ncsoversight.evidence.planning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ncsoversight.evidence.model.Samples.ASSESSOR;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.model.Samples.submitted;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.items.model.Evidence;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.planning.model.ThreadState.Hold;

class ThreadStateTest {

    /** The review date of all samples. */
    private static final LocalDate REVIEW = LocalDate.parse("2027-09-30");

    @Test
    void a_thread_is_whole_when_each_criterion_has_an_accepted_current_item_on_it() {
        var both = accepted("1.7", "4.3");

        assertThat(state(REVIEW, both).isWhole()).isTrue();
        assertThat(state(REVIEW, accepted("1.7")).broken()).containsExactly(new CriterionCode("4.3"));
        assertThat(state(REVIEW).broken()).containsExactly(new CriterionCode("4.3"), new CriterionCode("1.7"));
    }

    @Test
    void an_item_lapses_the_day_after_its_review_date() {
        assertThat(holds(REVIEW, accepted("4.3", "1.7"))).containsExactly(Hold.WHOLE, Hold.WHOLE);
        assertThat(holds(REVIEW.plusDays(1), accepted("4.3", "1.7"))).containsExactly(Hold.LAPSED, Hold.LAPSED);
    }

    @Test
    void waiting_items_and_those_that_do_not_hold_are_told_apart() {
        var waiting = evidence("4.3");
        var returned =
                waiting.giveBack("Too old", ASSESSOR, NOON, UUID.randomUUID()).evidence();
        var expired = accepted("4.3")
                .expire("its charter was replaced", NOON, UUID.randomUUID())
                .evidence();

        assertThat(holds(REVIEW, waiting)).containsExactly(Hold.WAITING, Hold.NOTHING);
        assertThat(holds(REVIEW, returned)).containsExactly(Hold.NOTHING, Hold.NOTHING);
        assertThat(holds(REVIEW, expired)).containsExactly(Hold.LAPSED, Hold.NOTHING);
    }

    @Test
    void the_best_item_decides() {
        assertThat(holds(REVIEW, evidence("4.3"), accepted("4.3"), evidence("1.7")))
                .containsExactly(Hold.WHOLE, Hold.WAITING);
    }

    @Test
    void what_does_not_hang_on_it_or_answers_another_edition_changes_nothing() {
        var elsewhere = accepted("4.3", "1.7");
        var thread = thread(List.of());
        var seven = GoldenThread.create(
                        UUID.randomUUID(),
                        NORTHMOOR,
                        new GoldenThread.Path("seven", null, thread.path().criteria()),
                        thread.naming(),
                        LEAD,
                        NOON,
                        UUID.randomUUID())
                .thread()
                .holding(new TreeSet<>(List.of(elsewhere.id().value())), LEAD, NOON, UUID.randomUUID())
                .thread();

        assertThat(ThreadState.of(thread, List.of(elsewhere), REVIEW).broken()).hasSize(2);
        assertThat(ThreadState.of(seven, List.of(elsewhere), REVIEW).broken()).hasSize(2);
    }

    @Test
    void a_thread_joins_at_least_two_different_criteria() {
        var one = new CriterionCode("4.3");

        assertThatThrownBy(() -> new GoldenThread.Path("e", null, List.of(one)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GoldenThread.Path("e", null, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_change_counts_up_and_remembers_who() {
        var thread = thread(List.of());
        var closed = thread.closed(LEAD, NOON, UUID.randomUUID()).thread();

        assertThat(closed.version()).isEqualTo(thread.version() + 1);
        assertThat(closed.open()).isFalse();
        assertThat(closed.reopened(LEAD, NOON, UUID.randomUUID()).thread().open())
                .isTrue();
        assertThat(closed.history()).last().satisfies(step -> {
            assertThat(step.what()).isEqualTo(GoldenThread.What.CLOSED);
            assertThat(step.by()).isEqualTo(LEAD);
        });
    }

    private static List<Hold> holds(LocalDate today, Evidence... items) {
        return state(today, items).links().stream().map(ThreadState.Link::hold).toList();
    }

    private static ThreadState state(LocalDate today, Evidence... items) {
        return ThreadState.of(thread(List.of(items)), List.of(items), today);
    }

    private static GoldenThread thread(List<Evidence> items) {
        var path = new GoldenThread.Path(
                "matrix-ncs-4e",
                null,
                Stream.of("4.3", "1.7").map(CriterionCode::new).toList());
        var ids = new TreeSet<UUID>();
        items.forEach(item -> ids.add(item.id().value()));
        return GoldenThread.create(
                        UUID.randomUUID(),
                        NORTHMOOR,
                        path,
                        new GoldenThread.Naming("An aim", null),
                        LEAD,
                        NOON,
                        UUID.randomUUID())
                .thread()
                .holding(ids, LEAD, NOON, UUID.randomUUID())
                .thread();
    }

    private static Evidence evidence(String... codes) {
        return submitted(NORTHMOOR, NOON, codes).evidence();
    }

    private static Evidence accepted(String... codes) {
        return evidence(codes).accept(ASSESSOR, NOON, UUID.randomUUID()).evidence();
    }
}
