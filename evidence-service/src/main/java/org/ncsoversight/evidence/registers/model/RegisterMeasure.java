package org.ncsoversight.evidence.registers.model;

import java.time.LocalDate;
import java.util.Collection;

/**
 * A figure a register feeds: of the rows that are to be judged on a day, how many are as they should be.
 *
 * @param code the measure's code in the edition of the Standard
 */
public record RegisterMeasure(String code, String title, Test judged, Test good) {

    /** Whether something is true of a row on a day. */
    @FunctionalInterface
    public interface Test {

        boolean of(Cells row, LocalDate asOf);
    }

    public Count count(Collection<Cells> rows, LocalDate asOf) {
        var among = rows.stream().filter(row -> judged.of(row, asOf)).toList();
        long numerator = among.stream().filter(row -> good.of(row, asOf)).count();
        return new Count(code, numerator, among.size());
    }

    /** Whether this row is what keeps the figure down. */
    public boolean isMissedBy(Cells row, LocalDate asOf) {
        return judged.of(row, asOf) && !good.of(row, asOf);
    }
}
