package org.ncsoversight.criteria.model;

import java.time.LocalDate;
import java.util.Optional;

/** From a first day to a last day, both included; the last may not be known yet. */
public record Period(LocalDate from, Optional<LocalDate> to) {

    public Period {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("A period ends on or after its first day");
        }
    }

    public boolean overlaps(Period other) {
        return !endsBefore(other.from) && !other.endsBefore(from);
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !endsBefore(day);
    }

    private boolean endsBefore(LocalDate day) {
        return to.map(last -> last.isBefore(day)).orElse(false);
    }
}
