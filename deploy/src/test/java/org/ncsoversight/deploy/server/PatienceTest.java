package org.ncsoversight.deploy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.server.Patience.Verdict;

class PatienceTest {

    private static final Duration NO_WORK = Duration.ZERO;

    private final Patience patience = new Patience();

    @Test
    void a_process_that_writes_is_waited_for_longer_than_one_that_stands_still() {
        for (int second = 0; second < 1_500; second++) {
            assertThat(patience.look(Duration.ofSeconds(second), second, NO_WORK))
                    .isNotInstanceOf(Verdict.GiveUp.class);
        }
    }

    @Test
    void a_process_that_works_without_a_word_is_waited_for_too() {
        for (int second = 0; second < 1_500; second++) {
            assertThat(patience.look(Duration.ofSeconds(second), 0, Duration.ofMillis(100L * second)))
                    .isNotInstanceOf(Verdict.GiveUp.class);
        }
    }

    @Test
    void a_standstill_is_said_before_it_is_given_up() {
        assertThat(look(0)).isEqualTo(new Verdict.Wait());
        assertThat(look(29)).isEqualTo(new Verdict.Wait());
        assertThat(look(30))
                .isInstanceOfSatisfying(
                        Verdict.Say.class, said -> assertThat(said.what()).contains("stands still", "30 s"));
        assertThat(look(31)).isEqualTo(new Verdict.Wait());
        assertThat(look(239)).isInstanceOf(Verdict.Say.class);
        assertThat(look(240))
                .isInstanceOfSatisfying(
                        Verdict.GiveUp.class, end -> assertThat(end.why()).contains("nothing for 240 s"));
    }

    @Test
    void the_little_that_an_idle_process_works_is_no_progress() {
        for (int second = 0; second < 240; second++) {
            assertThat(patience.look(Duration.ofSeconds(second), 0, Duration.ofMillis(10L * second)))
                    .isNotInstanceOf(Verdict.GiveUp.class);
        }
        assertThat(patience.look(Duration.ofMinutes(4), 0, Duration.ofMillis(2_400)))
                .isInstanceOf(Verdict.GiveUp.class);
    }

    @Test
    void a_long_start_that_makes_progress_is_said() {
        patience.look(Duration.ofSeconds(1), 10, NO_WORK);
        assertThat(patience.look(Duration.ofSeconds(31), 20, NO_WORK))
                .isInstanceOfSatisfying(
                        Verdict.Say.class, said -> assertThat(said.what()).contains("still starting after 31 s"));
    }

    @Test
    void even_progress_ends_some_day() {
        assertThat(patience.look(Patience.LONGEST_START, 1, NO_WORK)).isInstanceOf(Verdict.GiveUp.class);
    }

    private Verdict look(int second) {
        return patience.look(Duration.ofSeconds(second), 0, NO_WORK);
    }
}
