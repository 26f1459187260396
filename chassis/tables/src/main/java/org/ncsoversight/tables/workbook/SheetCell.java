package org.ncsoversight.tables.workbook;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A cell as text.
 *
 * @param text a number without exponent and with the digits a spreadsheet program keeps
 * @param day the day a number may stand for
 * @param dated whether the program shows the number as a day
 */
public record SheetCell(String text, Optional<LocalDate> day, boolean dated) {

    public static final SheetCell EMPTY = new SheetCell("", Optional.empty(), false);

    public static SheetCell of(String text) {
        return text.isEmpty() ? EMPTY : new SheetCell(text, Optional.empty(), false);
    }
}
