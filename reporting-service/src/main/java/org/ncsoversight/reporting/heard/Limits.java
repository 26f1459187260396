package org.ncsoversight.reporting.heard;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** What is refused at the door, so that nothing kept or computed from a record can grow without end. */
final class Limits {

    /** Longest value of a fact, in bytes: what is kept of it must fit into one record of a store's changelog. */
    static final int FACT_IN_BYTES = 512 * 1024;

    static final int CODE_LENGTH = 100;
    static final int TEXT_LENGTH = 1_000;
    static final int MOST_PARTS = 500;
    static final int MOST_LINKS = 2_000;
    /** Longest a time before a date can be. */
    static final int MOST_DAYS = 366;

    private static final Pattern UKPRN = Pattern.compile("[0-9]{8}");
    private static final Pattern UNUSABLE = Pattern.compile("[|\\p{Cntrl}]");
    private static final int DIGITS_BEFORE_POINT = 12;
    private static final int DIGITS_AFTER_POINT = 12;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private Limits() {}

    /** Nothing else may become part of a store's key. */
    static String ukprn(String ukprn) {
        requireNonNull(ukprn, "ukprn");
        return checked(UKPRN.matcher(ukprn).matches(), "ukprn is not 8 digits", ukprn);
    }

    /** An id, a code or a word of a known set. */
    static String code(String name, String code) {
        requireNonNull(code, name);
        boolean usable = !code.isBlank()
                && code.length() <= CODE_LENGTH
                && !UNUSABLE.matcher(code).find();
        return checked(usable, name + " is not a usable code", code);
    }

    static String text(String name, String text) {
        requireNonNull(text, name);
        return checked(text.length() <= TEXT_LENGTH, name + " is too long", text);
    }

    /** Versions count up from 1; there is no version before the first. */
    static long version(long version) {
        return checked(version >= 1, "version is below 1", version);
    }

    /** Exact sums of such numbers stay short; looks at the exponent first, so that nothing is expanded. */
    static BigDecimal number(String name, BigDecimal number) {
        requireNonNull(number, name);
        long before = (long) number.precision() - number.scale();
        return checked(
                before <= DIGITS_BEFORE_POINT && number.scale() <= DIGITS_AFTER_POINT && number.precision() <= 24,
                name + " has too many digits",
                number);
    }

    static LocalDate day(String name, LocalDate day) {
        requireNonNull(day, name);
        return checked(!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), name + " is before 1900 or after 9999", day);
    }

    static <T> List<T> atMost(int most, String name, List<T> list) {
        requireNonNull(list, name);
        checked(list.size() <= most, name + " has more than " + most + " entries", list);
        return List.copyOf(list);
    }

    static List<String> codes(int most, String name, List<String> codes) {
        List<String> list = atMost(most, name, codes);
        list.forEach(code -> code(name, code));
        return list;
    }

    private static <T> T checked(boolean holds, String otherwise, T value) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
        return value;
    }
}
