package org.ncsoversight.evidence.registers.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What may stand in a column; each type keeps a value in one form only, so that equal values are equal text. */
public sealed interface ColumnType {

    /** What became of a cell that was typed or stood in a file. */
    sealed interface Reading {

        /** In the form in which it is kept. */
        record Kept(String value) implements Reading {}

        /** Not kept, and why; the saying goes on after the column's title. */
        record Unreadable(String code, String saying) implements Reading {}
    }

    /** Reads text that is not blank. */
    Reading read(String text);

    /** Words; several lines of them where lines says so. */
    record Text(int longestInCharacters, boolean lines) implements ColumnType {

        private static final Pattern BREAK = Pattern.compile("\\R");
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

        @Override
        public Reading read(String text) {
            String kept = BREAK.matcher(text.strip()).replaceAll(lines ? "\n" : " ");
            if (CONTROL.matcher(kept).find()) {
                return new Reading.Unreadable("not-text", "must not contain control characters");
            }
            return kept.codePointCount(0, kept.length()) > longestInCharacters
                    ? new Reading.Unreadable("too-long", "must be " + longestInCharacters + " characters or fewer")
                    : new Reading.Kept(kept);
        }
    }

    /** One of a few words. */
    record Choice(List<Option> options) implements ColumnType {

        /** A word as it is kept, and as people read it. */
        public record Option(String word, String title) {}

        public Choice {
            options = List.copyOf(options);
        }

        /** Words and titles in turn. */
        static Choice of(String... wordsAndTitles) {
            return new Choice(IntStream.range(0, wordsAndTitles.length / 2)
                    .mapToObj(i -> new Option(wordsAndTitles[2 * i], wordsAndTitles[2 * i + 1]))
                    .toList());
        }

        @Override
        public Reading read(String text) {
            return options.stream()
                    .filter(option -> option.word().equalsIgnoreCase(text.strip())
                            || option.title().equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .<Reading>map(option -> new Reading.Kept(option.word()))
                    .orElseGet(() -> new Reading.Unreadable("unknown", "must be one of: " + titles()));
        }

        public Optional<String> title(String word) {
            return options.stream()
                    .filter(option -> option.word().equals(word))
                    .map(Option::title)
                    .findFirst();
        }

        private String titles() {
            return String.join(", ", options.stream().map(Option::title).toList());
        }
    }

    /** A day, kept as 2026-03-27; also read as 27/3/2026. */
    record Day() implements ColumnType {

        private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
        private static final Pattern UK = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");
        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2199;

        @Override
        public Reading read(String text) {
            var iso = ISO.matcher(text.strip());
            var uk = UK.matcher(text.strip());
            try {
                if (iso.matches()) {
                    return day(iso.group(1), iso.group(2), iso.group(3));
                }
                if (uk.matches()) {
                    return day(uk.group(3), uk.group(2), uk.group(1));
                }
            } catch (DateTimeException _) {
                // There is no such day.
            }
            return new Reading.Unreadable("not-a-date", "must be a real date, like 27/3/2026");
        }

        private static Reading day(String year, String month, String day) {
            var found = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return found.getYear() < FIRST_YEAR || found.getYear() > LAST_YEAR
                    ? new Reading.Unreadable("not-a-date", "must be between %d and %d".formatted(FIRST_YEAR, LAST_YEAR))
                    : new Reading.Kept(found.toString());
        }
    }

    /** A number with so many decimal places at most; a percent sign after it and commas between thousands are read over. */
    record Figure(int places, BigDecimal least, BigDecimal most) implements ColumnType {

        private static final Pattern FORM =
                Pattern.compile("[+-]?([0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3})(\\.[0-9]{1,10})?");

        /** A whole number. */
        static Figure whole(long least, long most) {
            return new Figure(0, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        @Override
        public Reading read(String text) {
            String digits = text.strip().endsWith("%")
                    ? text.strip().substring(0, text.strip().length() - 1)
                    : text;
            if (!FORM.matcher(digits.strip()).matches()) {
                return new Reading.Unreadable("not-a-number", "must be a number, like 60");
            }
            var number = new BigDecimal(digits.strip().replace(",", "")).stripTrailingZeros();
            if (number.scale() > places) {
                return new Reading.Unreadable(
                        "too-many-places",
                        places == 0 ? "must be a whole number" : "must have at most " + places + " decimal places");
            }
            return number.compareTo(least) < 0 || number.compareTo(most) > 0
                    ? new Reading.Unreadable(
                            "out-of-range",
                            "must be between %s and %s".formatted(least.toPlainString(), most.toPlainString()))
                    : new Reading.Kept(number.toPlainString());
        }
    }
}
