package org.ncsoversight.criteria.register.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Period;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.register.model.Contract;
import org.ncsoversight.criteria.register.model.NameHistory;
import org.ncsoversight.criteria.register.model.Profile;
import org.ncsoversight.criteria.register.model.Touchpoint;

class AreaLabelsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @Test
    void areas_of_one_name_say_their_touchpoints_and_others_do_not() {
        var north = contract("0000000201", NameHistory.of("North"));
        var again = contract("0000000701", NameHistory.of("Coast").renamed("North", LocalDate.of(2026, 4, 1)));
        var south = contract("0000000202", NameHistory.of("South"));

        var labels = AreaLabels.of(List.of(north, again, south), TODAY);

        assertThat(labels.byTouchpoint())
                .containsExactly(
                        entry("0000000201", "North (0000000201)"),
                        entry("0000000202", "South"),
                        entry("0000000701", "North (0000000701)"));
        assertThat(labels.of(again)).isEqualTo("North (0000000701)");
        assertThat(labels.of(south)).isEqualTo("South");
    }

    private static Contract contract(String touchpoint, NameHistory names) {
        return new Contract(
                new Touchpoint(touchpoint),
                1,
                names,
                new Period(LocalDate.of(2024, 10, 1), Optional.empty()),
                new Ukprn("99000001"),
                List.of(),
                Profile.NONE);
    }
}
