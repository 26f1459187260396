package org.ncsoversight.evidence.registers.registering.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.Register;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.TableColumn;
import org.ncsoversight.tables.TableColumn.Kind;
import org.ncsoversight.tables.TableLimits;
import org.ncsoversight.tables.TableReader;
import org.ncsoversight.tables.TableReading;
import org.ncsoversight.tables.TableShape;
import org.ncsoversight.tables.TableSource;

/** A file of rows as text, whatever its format was: its rows as they are numbered there, and how it was read. */
record RowFile(List<Line> lines, ReadAs as) {

    /** The heading of the column that holds a row's id in files of ours. */
    static final String ROW_ID = "row";

    private static final int MOST_COLUMNS = 50;

    /** One row of the file, by column code; one that is too long has a comma too many somewhere. */
    record Line(int number, Map<String, String> cells, boolean tooLong) {}

    /** A file that is not a file of rows of this register, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final String code;

        Unreadable(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }

        String say() {
            return String.valueOf(getMessage());
        }
    }

    static RowFile of(byte[] file, Register register, int mostRows) throws IOException, Unreadable {
        var lines = new ArrayList<Line>();
        var reading = TableReader.read(
                TableSource.of(file),
                shape(register),
                TableLimits.of(mostRows, MOST_COLUMNS),
                row -> lines.add(new Line(row.number(), row.cells(), row.tooLong())));
        return switch (reading) {
            case TableReading.Refused(var refusal) -> throw new Unreadable(refusal.code(), refusal.sentence());
            case TableReading.Read(var as) -> new RowFile(lines, as);
        };
    }

    /** Columns are known by their codes and by the titles that people see. */
    private static TableShape shape(Register register) {
        var columns = new ArrayList<TableColumn>();
        columns.add(TableColumn.text(ROW_ID));
        for (Column column : register.columns()) {
            var one = TableColumn.of(column.code(), column.isDay() ? Kind.DAY : Kind.TEXT)
                    .called(column.title());
            columns.add(column.required() ? one.asNeeded() : one);
        }
        return new TableShape(columns);
    }
}
