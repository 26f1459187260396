package org.ncsoversight.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TellingAreasApartTest {

    @Test
    void areas_of_one_name_say_their_touchpoints_and_others_do_not() {
        var areas = Map.of("0000000201", "North", "0000000701", "North", "0000000202", "South");

        assertThat(RegisterStore.toldApart(areas))
                .containsExactly(
                        entry("0000000201", "North (0000000201)"),
                        entry("0000000202", "South"),
                        entry("0000000701", "North (0000000701)"));
    }
}
