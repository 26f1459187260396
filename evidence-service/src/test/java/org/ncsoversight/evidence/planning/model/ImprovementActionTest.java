package org.ncsoversight.evidence.planning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.ncsoversight.evidence.model.Samples.LEAD;
import static org.ncsoversight.evidence.model.Samples.NOON;
import static org.ncsoversight.evidence.model.Samples.NORTHMOOR;
import static org.ncsoversight.evidence.planning.model.Improvements.DUE;
import static org.ncsoversight.evidence.planning.model.Improvements.OTHER;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ncsoversight.evidence.model.Person;

class ImprovementActionTest {

    private static final Person THIRD = new Person("third-id", "third", NORTHMOOR);

    private final ImprovementAction proposed = Improvements.proposed(NORTHMOOR, DUE, "4.3");
    private final ImprovementAction done = Improvements.done(proposed);

    @Test
    void it_goes_from_proposed_to_verified_and_can_be_reopened() {
        var verified = done.move(ActionState.VERIFIED, null, THIRD, NOON);
        var reopened = verified.move(ActionState.REOPENED, "Clients wait again", THIRD, NOON);

        assertThat(reopened.history())
                .extracting(ImprovementAction.Step::state)
                .containsExactly(
                        ActionState.PROPOSED,
                        ActionState.AGREED,
                        ActionState.IN_PROGRESS,
                        ActionState.DONE,
                        ActionState.VERIFIED,
                        ActionState.REOPENED);
        assertThat(reopened.version()).isEqualTo(6);
        assertThat(reopened.latest().reason()).isEqualTo("Clients wait again");
    }

    @Test
    void neither_its_owner_nor_who_did_it_verifies_it() {
        assertThat(done.mayBeVerifiedBy(LEAD)).as("the owner").isFalse();
        assertThat(done.mayBeVerifiedBy(OTHER)).as("who did it").isFalse();
        assertThat(done.mayBeVerifiedBy(THIRD)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> done.move(ActionState.VERIFIED, null, OTHER, NOON));
    }

    @Test
    void whoever_did_it_last_counts_as_the_doer() {
        var doneAgain = done.move(ActionState.REOPENED, "Not all were asked", LEAD, NOON)
                .move(ActionState.IN_PROGRESS, null, THIRD, NOON)
                .move(ActionState.DONE, "Asked the rest", THIRD, NOON);

        assertThat(doneAgain.doneBy()).contains(THIRD);
        assertThat(doneAgain.mayBeVerifiedBy(THIRD)).isFalse();
    }

    @Test
    void reopening_dropping_and_doing_are_explained() {
        assertThatIllegalStateException().isThrownBy(() -> done.move(ActionState.REOPENED, null, LEAD, NOON));
        assertThatIllegalStateException().isThrownBy(() -> proposed.move(ActionState.DROPPED, null, LEAD, NOON));
    }

    @ParameterizedTest
    @EnumSource(ActionState.class)
    void no_state_can_be_skipped(ActionState to) {
        if (!EnumSet.of(ActionState.AGREED, ActionState.DROPPED).contains(to)) {
            assertThatIllegalStateException().isThrownBy(() -> proposed.move(to, "Because", LEAD, NOON));
        }
    }

    @Test
    void it_is_overdue_from_the_day_after_until_it_is_done() {
        assertThat(proposed.isOverdueOn(DUE)).isFalse();
        assertThat(proposed.isOverdueOn(DUE.plusDays(1))).isTrue();
        assertThat(done.isOverdueOn(DUE.plusDays(1))).isFalse();
    }

    @Test
    void what_is_done_is_not_edited() {
        var other = Improvements.improvement("other", DUE, "1.7");

        assertThat(proposed.edit(other, LEAD, NOON).improvement()).isEqualTo(other);
        assertThat(proposed.edit(other, LEAD, NOON).latest().edited()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> done.edit(other, LEAD, NOON));
    }
}
