package org.ncsoversight.evidence.together.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How long before a review date somebody is reminded; each step once. */
public enum ReminderStep {
    ONE_DAY(1),
    SEVEN_DAYS(7),
    THIRTY_DAYS(30);

    /** From this many days before a review date on, there is something to say. */
    public static final int FIRST_DAYS = 30;

    private final int days;

    ReminderStep(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /**
     * The most urgent step that is reached; earlier ones that were missed are not made up for. On the review date itself
     * evidence still counts, so the last step holds; after it there is nothing left to remind of.
     */
    public static Optional<ReminderStep> on(LocalDate today, LocalDate reviewDate) {
        long left = ChronoUnit.DAYS.between(today, reviewDate);
        if (left < 0) {
            return Optional.empty();
        }
        for (ReminderStep step : values()) {
            if (left <= step.days) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }
}
