package org.ncsoversight.evidence.registers.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.ncsoversight.evidence.registers.model.Count;
import org.ncsoversight.evidence.registers.model.RegisterMeasure;
import org.ncsoversight.evidence.registers.model.RegisterTable;

/** What a register counts today, as a page shows it. */
public record RegisterFigure(RegisterMeasure measure, Count count) {

    public static List<RegisterFigure> of(RegisterTable table, LocalDate today) {
        var counts = table.counts(today);
        var measures = table.register().measures();
        return IntStream.range(0, measures.size())
                .mapToObj(i -> new RegisterFigure(measures.get(i), counts.get(i)))
                .toList();
    }

    public boolean judged() {
        return count.denominator() > 0;
    }

    public long missing() {
        return count.denominator() - count.numerator();
    }
}
