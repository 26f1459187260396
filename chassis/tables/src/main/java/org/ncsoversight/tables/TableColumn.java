package org.ncsoversight.tables;

import java.util.List;

/**
 * A column that a table may have.
 *
 * @param name what rows call it
 * @param kind what stands in it
 * @param needed whether a table without it is refused
 * @param alsoCalled further headings it is known by
 */
public record TableColumn(String name, Kind kind, boolean needed, List<String> alsoCalled) {

    /** What the cells of a column are read as. */
    public enum Kind {
        /** Text, without blanks at its ends. */
        TEXT,
        /** Text as it stands, to the last blank. */
        EXACT,
        /** A day, handed out as 2026-04-01 in whichever way it was written. */
        DAY,
        /** A code of digits, which spreadsheet programs like to write as 701.0. */
        DIGITS
    }

    public TableColumn {
        alsoCalled = List.copyOf(alsoCalled);
    }

    public static TableColumn of(String name, Kind kind) {
        return new TableColumn(name, kind, false, List.of());
    }

    public static TableColumn text(String name) {
        return of(name, Kind.TEXT);
    }

    /** The same, without which a table is refused. */
    public TableColumn asNeeded() {
        return new TableColumn(name, kind, true, alsoCalled);
    }

    /** The same, known by another heading too. */
    public TableColumn called(String heading) {
        return new TableColumn(name, kind, needed, List.of(heading));
    }
}
