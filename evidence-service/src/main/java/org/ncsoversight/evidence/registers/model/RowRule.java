package org.ncsoversight.evidence.registers.model;

import java.time.LocalDate;
import java.util.Optional;
import org.ncsoversight.evidence.model.FieldError;

/** What must be true of the cells of one row together; said of the column whose cell should change. */
public sealed interface RowRule {

    String column();

    boolean isBroken(Cells cells, LocalDate today);

    String code();

    /** Goes on after the column's title. */
    String saying(Register register);

    /** One day is not before another. */
    record NotBefore(String column, String earlier) implements RowRule {

        @Override
        public boolean isBroken(Cells cells, LocalDate today) {
            return cells.has(column)
                    && cells.has(earlier)
                    && cells.day(column)
                            .orElseThrow()
                            .isBefore(cells.day(earlier).orElseThrow());
        }

        @Override
        public String code() {
            return "too-early";
        }

        @Override
        public String saying(Register register) {
            return "must be the same as or after “" + register.column(earlier).title() + "”";
        }
    }

    /** What happened did not happen tomorrow. */
    record NotInFuture(String column) implements RowRule {

        @Override
        public boolean isBroken(Cells cells, LocalDate today) {
            return cells.day(column).filter(day -> day.isAfter(today)).isPresent();
        }

        @Override
        public String code() {
            return "in-the-future";
        }

        @Override
        public String saying(Register register) {
            return "must be today or in the past";
        }
    }

    /** One cell makes no sense without another. */
    record NeededBy(String column, String other) implements RowRule {

        @Override
        public boolean isBroken(Cells cells, LocalDate today) {
            return cells.has(other) && !cells.has(column);
        }

        @Override
        public String code() {
            return "missing";
        }

        @Override
        public String saying(Register register) {
            return "is missing, because “" + register.column(other).title() + "” is given";
        }
    }

    /** One number is above another. */
    record MoreThan(String column, String other) implements RowRule {

        @Override
        public boolean isBroken(Cells cells, LocalDate today) {
            return cells.has(column)
                    && cells.has(other)
                    && cells.number(column)
                                    .orElseThrow()
                                    .compareTo(cells.number(other).orElseThrow())
                            <= 0;
        }

        @Override
        public String code() {
            return "not-more";
        }

        @Override
        public String saying(Register register) {
            return "must be more than “" + register.column(other).title() + "”";
        }
    }

    default Optional<FieldError> check(Register register, Cells cells, LocalDate today) {
        return isBroken(cells, today)
                ? Optional.of(register.error(column(), code(), saying(register)))
                : Optional.empty();
    }
}
