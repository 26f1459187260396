package org.ncsoversight.criteria.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as a workbook of one sheet; every cell is text, so nothing in it can be a formula. */
public final class Spreadsheet {

    private static final String APPLICATION = "NCS Oversight";
    private static final String VERSION = "1.0";
    private static final int MAX_SHEET_NAME = 31;

    private Spreadsheet() {}

    public static byte[] write(Table table) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, APPLICATION, VERSION)) {
            String title = table.title();
            Worksheet sheet =
                    workbook.newWorksheet(title.length() > MAX_SHEET_NAME ? title.substring(0, MAX_SHEET_NAME) : title);
            int row = 0;
            for (String line : table.about()) {
                sheet.value(row++, 0, line);
            }
            for (int column = 0; column < table.columns().size(); column++) {
                sheet.value(row, column, table.columns().get(column));
                sheet.style(row, column).bold().set();
            }
            sheet.freezePane(0, row + 1);
            for (List<String> cells : table.rows()) {
                row++;
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
