package org.ncsoversight.evidence.together.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ncsoversight.evidence.together.model.Frequency;
import org.ncsoversight.evidence.together.store.ReminderStore.Choice;

/** What every memory of reminders does. */
public abstract class ReminderStoreContract {

    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(600);

    protected abstract ReminderStore store();

    @Test
    void whoever_chose_nothing_is_written_to_daily() {
        assertThat(store().choice("anna")).isEqualTo(new Choice(Frequency.DAILY, 0));
    }

    @Test
    void of_two_who_saw_the_same_choice_the_second_is_told() {
        assertThat(store().choose("anna", Frequency.WEEKLY, 0L)).contains(new Choice(Frequency.WEEKLY, 1));
        assertThat(store().choose("anna", Frequency.NONE, 0L)).isEmpty();
        assertThat(store().choose("anna", Frequency.WEEKLY, null)).contains(new Choice(Frequency.WEEKLY, 1));
        assertThat(store().choose("anna", Frequency.NONE, null)).contains(new Choice(Frequency.NONE, 2));
        assertThat(store().choice("anna")).isEqualTo(new Choice(Frequency.NONE, 2));
    }

    @Test
    void of_two_instances_one_writes_and_after_it_died_another_may() {
        assertThat(store().take("anna", DAY, NOW, UNTIL)).isTrue();
        assertThat(store().take("anna", DAY, NOW, UNTIL)).isFalse();
        assertThat(store().take("ben", DAY, NOW, UNTIL)).isTrue();
        assertThat(store().take("anna", DAY, UNTIL, UNTIL.plusSeconds(600))).isTrue();
    }

    @Test
    void what_was_given_back_can_be_taken_again_by_anybody() {
        store().take("anna", DAY, NOW, UNTIL);
        store().giveBack("anna", UNTIL.plusSeconds(1));
        assertThat(store().take("anna", DAY, NOW, UNTIL)).isFalse();

        store().giveBack("anna", UNTIL);

        assertThat(store().take("anna", DAY, NOW, UNTIL)).isTrue();
        assertThat(store().lastSaid("anna")).isEmpty();
    }

    @Test
    void what_was_said_stays_said_and_the_day_is_over() {
        store().take("anna", DAY, NOW, UNTIL);
        store().said("anna", DAY, NOW, UNTIL, List.of("a", "b"));

        assertThat(store().alreadySaid(List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b");
        assertThat(store().lastSaid("anna")).contains(NOW);
        assertThat(store().take("anna", DAY, UNTIL.plusSeconds(1), UNTIL.plusSeconds(600)))
                .isFalse();
        assertThat(store().take("anna", DAY.plusDays(1), UNTIL, UNTIL.plusSeconds(600)))
                .isTrue();
        store().said("anna", DAY.plusDays(1), UNTIL, UNTIL.plusSeconds(600), List.of("b", "c"));
        assertThat(store().alreadySaid(List.of("a", "b", "c"))).containsExactlyInAnyOrder("a", "b", "c");
    }
}
