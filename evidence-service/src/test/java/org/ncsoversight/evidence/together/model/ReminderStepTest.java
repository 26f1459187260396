package org.ncsoversight.evidence.together.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ncsoversight.evidence.model.EvidenceId;

class ReminderStepTest {

    private static final LocalDate REVIEW = LocalDate.parse("2027-03-31");

    @ParameterizedTest
    @CsvSource({
        "31,",
        "30,THIRTY_DAYS",
        "29,THIRTY_DAYS",
        "8,THIRTY_DAYS",
        "7,SEVEN_DAYS",
        "6,SEVEN_DAYS",
        "2,SEVEN_DAYS",
        "1,ONE_DAY",
        "0,ONE_DAY",
        "-1,",
        "-365,"
    })
    void only_the_most_urgent_step_that_is_reached_counts_and_none_after_the_date(int daysLeft, ReminderStep step) {
        assertThat(ReminderStep.on(REVIEW.minusDays(daysLeft), REVIEW).orElse(null))
                .isEqualTo(step);
    }

    @Test
    void a_new_review_date_and_another_step_are_something_new_to_say() {
        var item = new EvidenceId(UUID.randomUUID());
        var reminder = new Reminder("anna", item, "Survey", REVIEW, ReminderStep.SEVEN_DAYS);

        assertThat(reminder.key())
                .isEqualTo(new Reminder("anna", item, "Renamed", REVIEW, ReminderStep.SEVEN_DAYS).key())
                .isNotEqualTo(new Reminder("anna", item, "Survey", REVIEW, ReminderStep.ONE_DAY).key())
                .isNotEqualTo(new Reminder("anna", item, "Survey", REVIEW.plusDays(1), ReminderStep.SEVEN_DAYS).key())
                .isNotEqualTo(new Reminder("ben", item, "Survey", REVIEW, ReminderStep.SEVEN_DAYS).key());
    }

    @Test
    void weekly_means_mondays() {
        var monday = LocalDate.parse("2026-11-23");

        assertThat(Frequency.WEEKLY.isDueOn(monday)).isTrue();
        assertThat(Frequency.WEEKLY.isDueOn(monday.plusDays(1))).isFalse();
        assertThat(Frequency.WEEKLY.isDueOn(monday.minusDays(1))).isFalse();
        assertThat(Frequency.DAILY.isDueOn(monday.plusDays(5))).isTrue();
        assertThat(Frequency.NONE.isDueOn(monday)).isFalse();
    }
}
