package org.ncsoversight.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.tables.workbook.Escapes;

/** One worksheet, sent on row by row; text is never a formula here, and times are those of England. */
final class XlsxWriter implements TableWriter {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int LONGEST_TEXT_IN_CHARACTERS = 32_767;
    private static final int LONGEST_SHEET_NAME_IN_CHARACTERS = 31;
    private static final int ROWS_HELD_BACK = 200;
    private static final int TITLE_SIZE = 14;
    private static final double COLUMN_WIDTH_IN_CHARACTERS = 22;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream out, String title) {
        workbook = new Workbook(out, "NCS Oversight", "1.0");
        sheet = workbook.newWorksheet(sheetName(title));
    }

    @Override
    public void note(String text) {
        above(List.of(text));
    }

    @Override
    public void above(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            text(column, cells.get(column));
        }
        if (row == 0 && !cells.isEmpty()) {
            sheet.style(row, 0).bold().fontSize(TITLE_SIZE).set();
        }
        row++;
    }

    @Override
    public void headings(List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            text(column, headings.get(column));
            sheet.style(row, column).bold().set();
            sheet.width(column, COLUMN_WIDTH_IN_CHARACTERS);
        }
        row++;
        sheet.freezePane(0, row);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                case LocalDate day -> {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                }
                case Instant instant -> {
                    sheet.value(row, column, LocalDateTime.ofInstant(instant, ENGLAND));
                    sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
                }
                case Object other -> text(column, other.toString());
            }
        }
        row++;
        if (row % ROWS_HELD_BACK == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.close();
        workbook.close();
    }

    /** In the cell itself: a list of shared texts would stay in memory until the end. */
    private void text(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        String kept = text.length() <= LONGEST_TEXT_IN_CHARACTERS
                ? text
                : text.substring(0, LONGEST_TEXT_IN_CHARACTERS - 1) + "…";
        sheet.inlineString(row, column, Escapes.write(FormulaGuard.putInWorkbook(kept)));
    }

    private static String sheetName(String title) {
        String name = title.replaceAll("[\\[\\]:*?/\\\\']", " ");
        return name.length() <= LONGEST_SHEET_NAME_IN_CHARACTERS
                ? name
                : name.substring(0, LONGEST_SHEET_NAME_IN_CHARACTERS);
    }
}
