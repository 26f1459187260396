package org.ncsoversight.outcomes.viewing;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.ncsoversight.outcomes.model.OutcomeType;
import org.ncsoversight.outcomes.viewing.Claims.MonthlyCount;

/**
 * One month of the table.
 *
 * @param claims one number for each type, in the order of types
 */
record MonthRow(String month, List<Integer> claims, int total, int priority) {

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    static List<MonthRow> of(List<MonthlyCount> counts) {
        var byMonth = new TreeMap<YearMonth, List<MonthlyCount>>();
        for (var count : counts) {
            byMonth.merge(count.month(), List.of(count), MonthRow::both);
        }
        return byMonth.descendingMap().entrySet().stream()
                .map(month -> of(month.getKey(), month.getValue()))
                .toList();
    }

    private static MonthRow of(YearMonth month, List<MonthlyCount> counts) {
        var byType = Arrays.stream(OutcomeType.values())
                .map(type -> counts.stream()
                        .filter(count -> count.type() == type)
                        .mapToInt(MonthlyCount::claims)
                        .sum())
                .toList();
        return new MonthRow(
                WORDS.format(month),
                byType,
                byType.stream().mapToInt(Integer::intValue).sum(),
                counts.stream().mapToInt(MonthlyCount::priorityClaims).sum());
    }

    private static List<MonthlyCount> both(List<MonthlyCount> some, List<MonthlyCount> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }
}
