package org.ncsoversight.evidence.items.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from one to another, both included; either end may be open. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Days ANY = new Days(null, null);

    public boolean include(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** Whether some of these days lie between the two. */
    public boolean overlap(LocalDate first, LocalDate last) {
        return (from == null || !last.isBefore(from)) && (to == null || !first.isAfter(to));
    }
}
