package org.ncsoversight.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.soak.Looks.Look;

class LooksTest {

    private static final long SECOND = 1_000_000_000L;

    private final Looks looks = new Looks();

    @Test
    void what_touches_the_ten_seconds_after_a_kill_is_excused_and_nothing_else() {
        looks.killed(100 * SECOND);
        Look before = look(98, 99);
        Look during = look(99, 101);
        Look within = look(105, 106);
        Look begunWithin = look(110, 112);
        Look after = look(111, 112);
        for (Look one : new Look[] {before, during, within, begunWithin, after}) {
            looks.add(one);
        }

        assertThat(looks.quiet()).containsExactly(before, after);
        assertThat(looks.all()).isEqualTo(5);
    }

    @Test
    void a_page_that_did_not_come_is_slower_than_any() {
        IntStream.range(0, 98).forEach(i -> looks.add(look(i, i + 1)));
        looks.add(new Look("/a", 0, 1, 503));
        looks.add(new Look("/a", 0, 1, 500));

        assertThat(Looks.quantile(looks.quiet(), 0.98)).isEqualTo(SECOND);
        assertThat(Looks.quantile(looks.quiet(), 0.99)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_slowest_page_is_named() {
        looks.add(look(0, 1));
        looks.add(new Look("/slow", 0, 3 * SECOND, 200));

        assertThat(Looks.slowest(looks.quiet()).getKey()).isEqualTo("/slow");
    }

    @Test
    void nobody_who_looked_is_no_success() {
        assertThat(Looks.quantile(looks.quiet(), 0.99)).isEqualTo(Long.MAX_VALUE);
    }

    private static Look look(long beganSeconds, long endedSeconds) {
        return new Look("/a", beganSeconds * SECOND, endedSeconds * SECOND, 200);
    }
}
