package org.ncsoversight.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people and programs of this country write them: 2026-04-01 and 1/4/2026. */
public final class TableDates {

    private static final Pattern ISO = Pattern.compile(
            "(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})/(?<year>[0-9]{4})(?: 00:00(?::00)?)?");

    private TableDates() {}

    /** Empty where there is no such day. */
    public static Optional<LocalDate> of(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        return dayFirst.matches() ? day(dayFirst) : Optional.empty();
    }

    /** As 2026-04-01; what is no day stays as it is, for whoever refuses it. */
    static String iso(String text) {
        return of(text).map(LocalDate::toString).orElse(text);
    }

    private static Optional<LocalDate> day(Matcher found) {
        try {
            return Optional.of(LocalDate.of(number(found, "year"), number(found, "month"), number(found, "day")));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, String part) {
        return Integer.parseInt(found.group(part));
    }
}
