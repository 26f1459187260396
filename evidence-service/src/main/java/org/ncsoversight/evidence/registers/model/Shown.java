package org.ncsoversight.evidence.registers.model;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How a cell is written for people. */
public final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Shown() {}

    public static String cell(Column column, String kept) {
        if (kept.isEmpty()) {
            return "";
        }
        return switch (column.type()) {
            case ColumnType.Day() -> DAY.format(LocalDate.parse(kept));
            case ColumnType.Choice choice -> choice.title(kept).orElse(kept);
            case ColumnType.Figure _, ColumnType.Text _ -> kept;
        };
    }
}
