package org.ncsoversight.criteria.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them: 3 March 2026. */
public final class UkDate {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private UkDate() {}

    public static String of(LocalDate date) {
        return FORM.format(date);
    }
}
