package org.ncsoversight.outcomes.model;

import java.time.LocalDate;

/** A funding year, April to March, written as two two-digit years. */
public record CollectionYear(String value) {

    private static final int FIRST_MONTH = 4;

    public static CollectionYear of(LocalDate day) {
        int start = day.getMonthValue() >= FIRST_MONTH ? day.getYear() : day.getYear() - 1;
        return new CollectionYear("%02d%02d".formatted(start % 100, (start + 1) % 100));
    }
}
