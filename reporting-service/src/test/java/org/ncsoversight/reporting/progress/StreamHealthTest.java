package org.ncsoversight.reporting.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.ncsoversight.reporting.progress.StreamHealth.Signs;

class StreamHealthTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration SHORT = LIMIT;
    private static final Duration LONG = LIMIT.plusMillis(1);
    private static final Optional<String> NOBODY = Optional.empty();

    @Test
    void a_stream_that_runs_and_goes_on_is_up() {
        assertThat(new Signs(State.RUNNING, LONG, 2, NOBODY, true, SHORT, SHORT, SHORT).complaints(LIMIT))
                .isEmpty();
    }

    @Test
    void a_crash_loop_is_down_though_it_runs_in_between() {
        assertThat(new Signs(State.RUNNING, Duration.ZERO, 3, NOBODY, true, SHORT, SHORT, SHORT).complaints(LIMIT))
                .singleElement()
                .asString()
                .contains("failed 3 times");
    }

    @Test
    void not_running_is_down_after_a_while_and_only_while_kafka_is_there() {
        assertThat(new Signs(State.REBALANCING, SHORT, 0, NOBODY, true, SHORT, SHORT, SHORT).complaints(LIMIT))
                .isEmpty();
        assertThat(new Signs(State.REBALANCING, LONG, 0, NOBODY, true, SHORT, SHORT, SHORT).complaints(LIMIT))
                .hasSize(1);
        assertThat(new Signs(State.ERROR, LONG, 0, NOBODY, false, LONG, LONG, SHORT).complaints(LIMIT))
                .isEmpty();
    }

    @Test
    void standing_still_nothing_to_read_and_a_database_that_refuses_are_down() {
        assertThat(new Signs(State.RUNNING, LONG, 0, NOBODY, true, LONG, SHORT, SHORT).complaints(LIMIT))
                .hasSize(1);
        assertThat(new Signs(State.RUNNING, LONG, 0, NOBODY, true, SHORT, LONG, SHORT).complaints(LIMIT))
                .hasSize(1);
        assertThat(new Signs(State.RUNNING, LONG, 0, NOBODY, false, SHORT, SHORT, LONG).complaints(LIMIT))
                .hasSize(1);
    }

    @Test
    void a_name_that_another_process_has_is_down_at_once() {
        assertThat(new Signs(State.NOT_RUNNING, Duration.ZERO, 0, Optional.of("Taken"), true, SHORT, SHORT, SHORT)
                        .complaints(LIMIT))
                .containsExactly("Taken");
    }
}
