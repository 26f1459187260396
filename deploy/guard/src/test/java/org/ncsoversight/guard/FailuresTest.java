package org.ncsoversight.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ncsoversight.guard.Failures.Guesser;

class FailuresTest {

    private static final Guesser STRANGER = new Guesser("lead", "203.0.113.9");
    private static final Guesser OWNER = new Guesser("lead", "198.51.100.7");

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final Failures failures = new Failures(() -> now, 3);

    @Test
    void whoever_mistypes_five_times_waits_a_second_and_then_twice_as_long_each_time_up_to_a_minute() {
        fail(4);
        assertThat(failures.mustWait(STRANGER)).isFalse();
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            fail(1);
            now = now.plusSeconds(seconds).minusMillis(1);
            assertThat(failures.mustWait(STRANGER)).as("before %d s", seconds).isTrue();
            now = now.plusMillis(1);
            assertThat(failures.mustWait(STRANGER)).as("after %d s", seconds).isFalse();
        }
    }

    @Test
    void guesses_from_elsewhere_keep_nobody_out() {
        fail(1_000);

        assertThat(failures.mustWait(STRANGER)).isTrue();
        assertThat(failures.mustWait(OWNER)).isFalse();
    }

    @Test
    void whoever_gets_in_begins_anew_and_so_does_whoever_was_not_heard_of_for_long() {
        fail(20);
        failures.succeeded(STRANGER);
        assertThat(failures.mustWait(STRANGER)).isFalse();

        fail(20);
        now = now.plus(Failures.FORGOTTEN_AFTER).plus(Duration.ofSeconds(1));
        fail(1);
        assertThat(failures.mustWait(STRANGER)).isFalse();
    }

    @Test
    void only_so_many_are_remembered() {
        for (int i = 0; i < 10; i++) {
            failures.failed(new Guesser("lead", "address " + i));
        }

        assertThat(failures.size()).isEqualTo(3);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.failed(STRANGER);
        }
    }
}
