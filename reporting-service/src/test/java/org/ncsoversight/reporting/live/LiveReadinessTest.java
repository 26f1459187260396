package org.ncsoversight.reporting.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class LiveReadinessTest {

    private static final int ALL = 12;
    private static final int PER_PERSON = 5;

    private final LiveReadiness live = new LiveReadiness(
            new LiveSettings(ALL, PER_PERSON, Duration.ofSeconds(15), Duration.ofMinutes(10)), () -> "");

    @Test
    void one_person_cannot_take_the_connections_of_others() {
        for (int i = 0; i < 10 * ALL; i++) {
            assertThat(open("greedy")).isPresent();
        }

        for (int i = 0; i < ALL - PER_PERSON; i++) {
            assertThat(open("person " + i)).isPresent();
        }
        assertThat(open("one too many")).isEmpty();
    }

    @Test
    void the_page_opened_first_makes_room_even_when_all_are_taken() {
        for (int i = 0; i < PER_PERSON; i++) {
            open("greedy");
        }
        for (int i = 0; i < ALL - PER_PERSON; i++) {
            open("person " + i);
        }

        assertThat(open("one too many")).isEmpty();
        assertThat(open("greedy")).isPresent();
    }

    private Optional<SseEmitter> open(String person) {
        return live.connect(person, _ -> true, 0);
    }
}
