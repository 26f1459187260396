package org.ncsoversight.evidence.registers.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.ncsoversight.evidence.model.Person;

/**
 * One change of a row: who did what, when, and to which cells.
 *
 * @param version the row's version afterwards
 */
public record RowChange(UUID row, long version, What what, Instant at, Person by, List<CellChange> cells) {

    /** What somebody did. */
    public enum What {
        ADDED,
        CHANGED,
        REMOVED,
        RESTORED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A cell before and after; empty text where there was or is nothing, and where it may name a person. */
    public record CellChange(String column, String before, String after) {}

    public RowChange {
        cells = List.copyOf(cells);
    }
}
