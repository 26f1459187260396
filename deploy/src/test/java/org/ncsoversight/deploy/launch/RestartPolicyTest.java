package org.ncsoversight.deploy.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.launch.RestartPolicy.Decision;

class RestartPolicyTest {

    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final RestartPolicy policy = new RestartPolicy(() -> now);

    @Test
    void pauses_grow_from_death_to_death() {
        List<Duration> pauses = new ArrayList<>();
        for (int death = 1; death < RestartPolicy.DEATHS; death++) {
            pauses.add(pauseAfterDeath());
            now = now.plusSeconds(1);
        }

        assertThat(pauses).isSorted().doesNotHaveDuplicates().first().isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void who_lived_for_a_minute_is_started_again_at_once() {
        for (int death = 1; death < 5; death++) {
            assertThat(pauseAfterDeath()).isEqualTo(Duration.ofSeconds(1));
            now = now.plus(RestartPolicy.STEADY);
        }
    }

    @Test
    void the_fifth_death_in_ten_minutes_is_the_last() {
        for (int death = 1; death < 5; death++) {
            assertThat(policy.died()).isInstanceOf(Decision.StartAgain.class);
        }
        now = now.plus(Duration.ofMinutes(10)).minusMillis(1);

        assertThat(policy.died()).isEqualTo(new Decision.GiveUp(5));
    }

    @Test
    void deaths_ten_minutes_ago_are_forgotten() {
        for (int death = 1; death < 5; death++) {
            policy.died();
        }
        now = now.plus(Duration.ofMinutes(10));

        assertThat(policy.died()).isEqualTo(new Decision.StartAgain(Duration.ofSeconds(1), 1));
    }

    @Test
    void a_death_every_three_minutes_is_made_good_for_ever() {
        for (int death = 0; death < 100; death++) {
            assertThat(policy.died()).isInstanceOf(Decision.StartAgain.class);
            now = now.plus(Duration.ofMinutes(3));
        }
    }

    private Duration pauseAfterDeath() {
        return policy.died() instanceof Decision.StartAgain(var pause, int _) ? pause : Duration.ZERO;
    }
}
