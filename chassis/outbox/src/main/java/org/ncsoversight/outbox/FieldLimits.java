package org.ncsoversight.outbox;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What no field of a message of ours can be; whoever hears it refuses the message before anything is kept. */
public final class FieldLimits {

    /** One change a millisecond for thirty years. */
    public static final long LARGEST_VERSION = 1_000_000_000_000L;

    public static final int LONGEST_WORD = 1_000;
    public static final int LONGEST_TEXT = 20_000;
    public static final int LONGEST_LIST = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private FieldLimits() {}

    /** Versions count from 1; an absurd one would shut out every later change. */
    public static void checkVersion(@Nullable Long version) {
        check(version != null && version >= 1 && version <= LARGEST_VERSION, "version");
    }

    /** A number of something small: an element, a text version. */
    public static void checkSmall(String field, @Nullable Integer number) {
        check(number != null && number >= 0 && number <= LONGEST_LIST, field);
    }

    public static void checkWord(String field, @Nullable String word) {
        check(word != null && word.length() <= LONGEST_WORD, field);
    }

    public static void checkText(String field, @Nullable String text) {
        check(text == null || text.length() <= LONGEST_TEXT, field);
    }

    public static void checkDay(String field, @Nullable LocalDate day) {
        check(day != null && !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY), field);
    }

    public static void checkList(String field, @Nullable Collection<?> list) {
        check(list != null && list.size() <= LONGEST_LIST && list.stream().allMatch(each -> each != null), field);
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new Unreadable(Unreadable.FIELD_REFUSED, field + " is missing or not within its limits");
        }
    }
}
