package org.ncsoversight.criteria.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ncsoversight.criteria.model.Ukprn;
import org.ncsoversight.criteria.people.AuditedChange.Done;
import org.ncsoversight.criteria.people.AuditedChange.Ending;
import org.ncsoversight.criteria.people.AuditedChange.Intent;
import org.ncsoversight.criteria.people.model.PersonChange;
import org.ncsoversight.criteria.people.model.PersonChange.Outcome;

class AuditingChangesTest {

    private final World world = new World();

    @Test
    void a_surprise_is_recorded_as_uncertain_and_lets_the_next_change_begin() {
        assertThatIllegalStateException()
                .isThrownBy(() -> world.audited.<String>run(intent("1"), _ -> {
                    throw new IllegalStateException("a surprise");
                }));

        assertThat(world.log.list(Optional.empty(), 10, World.ADMIN))
                .extracting(PersonChange::outcome)
                .containsExactly(Outcome.UNCERTAIN);
        assertThat(world.audited.<String>run(intent("2"), _ -> new Done<>("done", Outcome.DONE, Optional.empty())))
                .isEqualTo(new Ending.Finished<>("done"));
    }

    private static Intent intent(String request) {
        return new Intent(
                request,
                "lead",
                PersonChange.Kind.SUSPENDED,
                Optional.empty(),
                "sam",
                Optional.of(new Ukprn(World.OWN)),
                "");
    }
}
