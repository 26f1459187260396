package org.ncsoversight.reporting.readiness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ncsoversight.reporting.readiness.Edition.Better;
import org.ncsoversight.reporting.readiness.Edition.Measure;
import org.ncsoversight.reporting.readiness.ProviderFacts.Stock;
import org.ncsoversight.reporting.readiness.ProviderFacts.Tally;

/**
 * The measures that are on the wrong side of their limit: flows beyond reasonable doubt, over twelve complete months and the
 * current one; stocks as they stand.
 */
final class MeasuresBeyondLimit {

    private static final int COMPLETE_MONTHS = 12;

    private final Map<Measure, Reason> reasons = new TreeMap<>(Comparator.comparing(Measure::code));

    MeasuresBeyondLimit(List<Measure> measures, ProviderFacts facts, LocalDate asOf) {
        YearMonth last = YearMonth.from(asOf);
        YearMonth first = last.minusMonths(COMPLETE_MONTHS);
        for (Measure measure : measures) {
            facts.stocks().stream()
                    .filter(stock -> stock.measure().equals(measure.code()))
                    .min(Comparator.comparing(Stock::register))
                    .flatMap(stock -> judge(measure, stock))
                    .ifPresent(reason -> reasons.put(measure, reason));
            List<Tally> window = facts.tallies().stream()
                    .filter(tally -> tally.measure().equals(measure.code()))
                    .filter(tally ->
                            !tally.month().isBefore(first) && !tally.month().isAfter(last))
                    .toList();
            judge(measure, window).ifPresent(reason -> reasons.put(measure, reason));
        }
    }

    List<Reason> concerning(String criterion) {
        return reasons.entrySet().stream()
                .filter(entry -> entry.getKey().criteria().contains(criterion))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The interval's base is the number of responses, shops or claims, whatever their weights or possible scores. */
    private static Optional<Reason> judge(Measure measure, List<Tally> window) {
        long base = window.stream().mapToLong(Tally::base).sum();
        double numerator = sum(window.stream().map(Tally::numerator).toList());
        double denominator = sum(window.stream().map(Tally::denominator).toList());
        if (base == 0 || base < measure.minimumBase() || !(denominator > 0)) {
            return Optional.empty();
        }
        double share = Math.clamp(numerator / denominator, 0, 1);
        Wilson interval = Wilson.of(share * base, (double) base);
        double limit = measure.limit().doubleValue();
        boolean beyond = measure.better() == Better.HIGHER ? interval.upper() < limit : interval.lower() > limit;
        return beyond
                ? Optional.of(Reason.measureBeyondLimit(measure.code(), share, measure.limit(), base, interval))
                : Optional.empty();
    }

    /** A register is counted whole, so nothing is left to chance and the share itself is held against the limit. */
    private static Optional<Reason> judge(Measure measure, Stock stock) {
        if (stock.denominator() == 0 || stock.denominator() < measure.minimumBase()) {
            return Optional.empty();
        }
        var expected = measure.limit().multiply(BigDecimal.valueOf(stock.denominator()));
        int compared = BigDecimal.valueOf(stock.numerator()).compareTo(expected);
        boolean beyond = measure.better() == Better.HIGHER ? compared < 0 : compared > 0;
        return beyond ? Optional.of(Reason.stockBeyondLimit(stock, measure.limit())) : Optional.empty();
    }

    private static double sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }
}
