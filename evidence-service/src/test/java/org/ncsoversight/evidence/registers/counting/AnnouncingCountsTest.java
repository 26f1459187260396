package org.ncsoversight.evidence.registers.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.RegisterCounts;
import org.ncsoversight.evidence.registers.registering.RecountRegisters;
import org.ncsoversight.evidence.standard.EditionInForce;
import org.ncsoversight.evidence.standard.InMemoryStandard;
import org.ncsoversight.evidence.store.InMemoryRegisterCountStore;

class AnnouncingCountsTest {

    private final InMemoryRegisterCountStore store = new InMemoryRegisterCountStore();
    private final Reviews reviews = new Reviews();

    @Test
    void a_register_in_which_there_is_nothing_to_judge_says_nothing() {
        reviews.all = 0;

        assertThat(on("2026-11-23").recount(reviews, NORTHMOOR)).isFalse();
        assertThat(store.announced()).isEmpty();
    }

    @Test
    void what_counts_the_same_is_announced_once() {
        assertThat(on("2026-11-23").recount(reviews, NORTHMOOR)).isTrue();
        assertThat(on("2026-11-24").recount(reviews, NORTHMOOR)).isFalse();

        assertThat(store.announced())
                .containsExactly(new RegisterCounts(
                        NORTHMOOR, "reviews", 1, LocalDate.parse("2026-11-23"), List.of(new Count("reviewed", 3, 3))));
    }

    @Test
    void a_day_that_passes_is_enough_to_count_differently() {
        on("2026-11-23").recount(reviews, NORTHMOOR);

        new RecountRegisters(List.of(reviews), on("2026-12-01")).pass();

        assertThat(store.announced().getLast())
                .isEqualTo(new RegisterCounts(
                        NORTHMOOR, "reviews", 2, LocalDate.parse("2026-12-01"), List.of(new Count("reviewed", 2, 3))));
    }

    @Test
    void an_emptied_register_is_announced_as_empty() {
        on("2026-11-23").recount(reviews, NORTHMOOR);
        reviews.all = 0;

        assertThat(on("2026-11-23").recount(reviews, NORTHMOOR)).isTrue();
        assertThat(store.announced().getLast().measures()).containsExactly(new Count("reviewed", 0, 0));
    }

    @Test
    void whoever_counted_older_things_than_another_counts_again() {
        on("2026-11-23").recount(reviews, NORTHMOOR);
        reviews.all = 4;
        // While this one is still counting four, somebody else adds a fifth and announces it.
        reviews.meanwhile = () -> {
            reviews.all = 5;
            on("2026-11-23").recount(reviews, NORTHMOOR);
        };

        on("2026-11-23").recount(reviews, NORTHMOOR);

        assertThat(store.announced())
                .extracting(counts -> counts.measures().getFirst().denominator())
                .containsExactly(3L, 5L);
    }

    private AnnounceCounts on(String day) {
        var clock = Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
        return new AnnounceCounts(store, new EditionInForce(new InMemoryStandard(), clock), clock);
    }

    /** Some reviews, one of which is due on 30 November. */
    private static final class Reviews implements CountedRegister {

        private long all = 3;
        private Runnable meanwhile = () -> {};

        @Override
        public String code() {
            return "reviews";
        }

        @Override
        public Set<ProviderId> providers() {
            return Set.of(NORTHMOOR);
        }

        @Override
        public List<Count> counts(ProviderId provider, LocalDate asOf) {
            long counted = all;
            var others = meanwhile;
            meanwhile = () -> {};
            others.run();
            long overdue = asOf.isAfter(LocalDate.parse("2026-11-30")) ? Math.min(counted, 1) : 0;
            return List.of(new Count("reviewed", counted - overdue, counted));
        }
    }
}
