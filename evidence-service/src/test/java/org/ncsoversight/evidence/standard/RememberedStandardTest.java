package org.ncsoversight.evidence.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.store.StoreAway;

class RememberedStandardTest extends KnownStandardContract {

    private final InMemoryStandard store = new InMemoryStandard();
    private final AtomicInteger reads = new AtomicInteger();
    private final KnownProviders providers = new InMemoryProviders();
    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private boolean away;
    private final KnownStandard counted = new KnownStandard() {

        @Override
        public void keep(Edition edition) {
            store.keep(edition);
        }

        @Override
        public List<Edition> editions() {
            reads.incrementAndGet();
            if (away) {
                throw new StoreAway(new IllegalStateException("away"));
            }
            return store.editions();
        }
    };
    private final InstantSource source = () -> now;
    private final KnownStandard standard = new RememberedStandard(counted, clock());

    @Test
    void many_questions_are_one_look_into_the_store() {
        standard.keep(InMemoryStandard.EDITION);
        int before = reads.get();

        for (int row = 0; row < 1_000; row++) {
            assertThat(standard.edition("matrix-ncs-4e")).isPresent();
        }

        assertThat(reads.get()).isEqualTo(before);
    }

    @Test
    void what_this_process_hears_it_knows_at_once() {
        assertThat(standard.editions()).isEmpty();

        standard.keep(InMemoryStandard.EDITION);

        assertThat(standard.editions()).containsExactly(InMemoryStandard.EDITION);
    }

    @Test
    void what_another_process_heard_it_knows_seconds_later() {
        assertThat(standard.editions()).isEmpty();
        store.keep(InMemoryStandard.EDITION);

        now = now.plus(RememberedStandard.LONGEST);
        assertThat(standard.editions()).isEmpty();
        now = now.plusMillis(1);
        assertThat(standard.editions()).containsExactly(InMemoryStandard.EDITION);
    }

    @Test
    void while_the_store_is_away_it_goes_on_with_what_it_knows_and_does_not_ask_for_each_question() {
        standard.keep(InMemoryStandard.EDITION);
        now = now.plus(RememberedStandard.LONGEST).plusMillis(1);
        away = true;
        int before = reads.get();

        assertThat(standard.editions()).containsExactly(InMemoryStandard.EDITION);
        assertThat(standard.editions()).containsExactly(InMemoryStandard.EDITION);

        assertThat(reads.get()).isEqualTo(before + 1);
    }

    @Test
    void who_knows_nothing_yet_says_that_the_store_is_away() {
        away = true;

        assertThatExceptionOfType(StoreAway.class).isThrownBy(standard::editions);
    }

    private Clock clock() {
        return source.withZone(ZoneOffset.UTC);
    }

    @Override
    protected KnownStandard standard() {
        return standard;
    }

    @Override
    protected KnownProviders providers() {
        return providers;
    }
}
