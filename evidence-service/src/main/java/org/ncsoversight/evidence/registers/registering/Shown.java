package org.ncsoversight.evidence.registers.registering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.ColumnType;

/** How a cell is written for people. */
final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Shown() {}

    static String cell(Column column, String kept) {
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
