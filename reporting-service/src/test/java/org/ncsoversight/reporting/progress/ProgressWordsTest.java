package org.ncsoversight.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ProgressWordsTest {

    private static final Instant NOON = Instant.parse("2026-06-23T11:00:05Z");

    private final Clock clock = Clock.fixed(NOON, ZoneId.of("Europe/London"));

    @Test
    void says_up_to_when_and_how_many_are_missing_on_the_clock_of_the_wall() {
        assertThat(words(new Progress(NOON, 0L))).isEqualTo("Heard up to 12:00:05, 0 events behind");
        assertThat(words(new Progress(NOON, 1L))).isEqualTo("Heard up to 12:00:05, 1 event behind");
    }

    @Test
    void another_day_is_named() {
        assertThat(words(new Progress(NOON.minusSeconds(86_400), 7L)))
                .isEqualTo("Heard up to 22 June 2026 12:00:05, 7 events behind");
    }

    @Test
    void does_not_pretend_when_it_cannot_tell() {
        assertThat(words(new Progress(NOON, null)))
                .isEqualTo("Cannot tell how many events behind, last heard up to 12:00:05");
        assertThat(words(Progress.UNKNOWN)).isEqualTo("Cannot tell how many events behind");
        assertThat(words(new Progress(null, 9L))).isEqualTo("Catching up, 9 events behind");
    }

    private String words(Progress progress) {
        return ProgressWords.of(progress, clock);
    }
}
