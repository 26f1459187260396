package org.ncsoversight.evidence.registers.registering.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.Register;

/** A file of rows as text, whatever its format was: which columns it has, and its rows as they are numbered there. */
record RowFile(List<String> columns, List<Line> lines) {

    /** The heading of the column that holds a row's id in files of ours. */
    static final String ROW_ID = "row";

    /** One row of the file, by column code. */
    record Line(int number, Map<String, String> cells) {}

    /** A table of text as it stands in the file, the headings first. */
    record Grid(int firstNumber, List<List<String>> rows) {}

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

    static RowFile of(Grid grid, Register register) throws Unreadable {
        if (grid.rows().isEmpty()) {
            throw new Unreadable("file-empty", "The file is empty");
        }
        var columns = headings(grid.rows().getFirst(), register);
        var lines = new ArrayList<Line>();
        for (int i = 1; i < grid.rows().size(); i++) {
            var cells = cells(grid.rows().get(i), columns);
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Line(grid.firstNumber() + i, cells));
            }
        }
        return new RowFile(columns, lines);
    }

    private static List<String> headings(List<String> headings, Register register) throws Unreadable {
        var columns = new ArrayList<String>();
        for (String heading : headings) {
            String column = column(heading.strip(), register);
            if (columns.contains(column)) {
                throw new Unreadable("column-twice", "The column “%s” stands there twice".formatted(heading.strip()));
            }
            columns.add(column);
        }
        for (Column column : register.columns()) {
            if (column.required() && !columns.contains(column.code())) {
                throw new Unreadable("column-missing", "The column “%s” is missing".formatted(column.title()));
            }
        }
        return List.copyOf(columns);
    }

    private static String column(String heading, Register register) throws Unreadable {
        if (heading.equalsIgnoreCase(ROW_ID)) {
            return ROW_ID;
        }
        return register.columns().stream()
                .filter(column -> column.code().equalsIgnoreCase(heading)
                        || column.title().equalsIgnoreCase(heading))
                .map(Column::code)
                .findFirst()
                .orElseThrow(() ->
                        new Unreadable("column-unknown", "“%s” is not a column of this register".formatted(heading)));
    }

    private static Map<String, String> cells(List<String> row, List<String> columns) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), i < row.size() ? FormulaGuard.take(row.get(i)) : "");
        }
        return cells;
    }
}
