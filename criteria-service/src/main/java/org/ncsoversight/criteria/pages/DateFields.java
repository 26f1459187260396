package org.ncsoversight.criteria.pages;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** A date as people type it, in three fields that keep whatever was typed. */
public record DateFields(String day, String month, String year) {

    public static final DateFields EMPTY = new DateFields("", "", "");

    private static final Pattern DAY_OR_MONTH = Pattern.compile("[0-9]{1,2}");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    public static DateFields of(LocalDate date) {
        return new DateFields(
                Integer.toString(date.getDayOfMonth()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getYear()));
    }

    /** The three fields of a form whose names start with this one's. */
    public static DateFields in(Map<String, String> form, String name) {
        return new DateFields(
                form.getOrDefault(name + "-day", "").strip(),
                form.getOrDefault(name + "-month", "").strip(),
                form.getOrDefault(name + "-year", "").strip());
    }

    /** As ISO 8601 if it has the form of a date; otherwise as typed, which no reader of dates will accept. */
    public String text() {
        if (DAY_OR_MONTH.matcher(day).matches()
                && DAY_OR_MONTH.matcher(month).matches()
                && YEAR.matcher(year).matches()) {
            return year + "-" + twoDigits(month) + "-" + twoDigits(day);
        }
        return String.join(" ", day, month, year).strip();
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
