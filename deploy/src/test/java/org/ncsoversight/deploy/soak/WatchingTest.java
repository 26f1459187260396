package org.ncsoversight.deploy.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ncsoversight.deploy.soak.Watching.Sample;

class WatchingTest {

    @Test
    void growth_is_that_of_the_second_half() {
        List<Sample> samples = IntStream.range(0, 40)
                .mapToObj(minute -> new Sample(minute, minute < 20 ? 100L * minute : 2_000L + 3L * minute))
                .toList();

        assertThat(Watching.slope(samples)).isCloseTo(3, within(1e-9));
        assertThat(Watching.most(samples)).isEqualTo(2_117);
    }

    @Test
    void nothing_seen_is_nothing_grown() {
        assertThat(Watching.slope(List.of())).isZero();
        assertThat(Watching.slope(List.of(new Sample(1, 100)))).isZero();
    }
}
