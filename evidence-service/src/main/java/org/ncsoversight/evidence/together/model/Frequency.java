package org.ncsoversight.evidence.together.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How often somebody wants to be written to. */
public enum Frequency {
    DAILY,
    /** On Mondays. */
    WEEKLY,
    NONE;

    /** The word used in JSON, in forms and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Frequency> of(String word) {
        for (Frequency frequency : values()) {
            if (frequency.word().equals(word)) {
                return Optional.of(frequency);
            }
        }
        return Optional.empty();
    }

    public boolean isDueOn(LocalDate day) {
        return switch (this) {
            case DAILY -> true;
            case WEEKLY -> day.getDayOfWeek() == DayOfWeek.MONDAY;
            case NONE -> false;
        };
    }
}
