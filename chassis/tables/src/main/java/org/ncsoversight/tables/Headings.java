package org.ncsoversight.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.tables.workbook.Blanks;
import org.ncsoversight.tables.workbook.Refusal;
import org.ncsoversight.tables.workbook.SheetCell;

/** The row of headings of one file: which column stands where. */
final class Headings {

    private static final Pattern DIGITS_AND_POINT = Pattern.compile("([0-9]+)\\.0+");

    private final int number;
    private final List<Optional<TableColumn>> columns;
    private final Set<Integer> unnamed;
    private final List<String> ignored;
    private final @Nullable Refusal refusal;
    private final Remarks remarks;
    private final int last;

    private Headings(
            int number,
            List<Optional<TableColumn>> columns,
            Set<Integer> unnamed,
            List<String> ignored,
            @Nullable Refusal refusal,
            Remarks remarks) {
        this.number = number;
        this.columns = columns;
        this.unnamed = unnamed;
        this.ignored = ignored;
        this.refusal = refusal;
        this.remarks = remarks;
        int named = columns.size();
        while (named > 0 && unnamed.contains(named - 1)) {
            named--;
        }
        this.last = named;
    }

    static Headings of(int number, List<String> cells, TableShape shape, Remarks remarks) {
        var columns = new ArrayList<Optional<TableColumn>>();
        var names = new LinkedHashSet<String>();
        var twice = new LinkedHashSet<String>();
        var ignored = new LinkedHashSet<String>();
        var unnamed = new LinkedHashSet<Integer>();
        for (String cell : cells) {
            String heading = Blanks.strip(FormulaGuard.take(cell));
            Optional<TableColumn> column = shape.column(heading);
            if (Blanks.isBlank(heading)) {
                unnamed.add(columns.size());
            } else if (column.isEmpty()) {
                ignored.add(heading);
            } else if (!names.add(column.get().name())) {
                twice.add(column.get().name());
            }
            columns.add(column);
        }
        return new Headings(
                number, columns, unnamed, List.copyOf(ignored), refusal(number, shape.missing(cells), twice), remarks);
    }

    private static @Nullable Refusal refusal(int number, List<String> missing, Set<String> twice) {
        if (!missing.isEmpty()) {
            return new Refusal(
                    "missing-columns",
                    number,
                    "",
                    "The table does not have the headings " + String.join(", ", missing));
        }
        return twice.isEmpty()
                ? null
                : new Refusal(
                        "duplicate-columns", number, "", "The table has a heading twice: " + String.join(", ", twice));
    }

    /** Rows above the headings may say what the table is. */
    static boolean isNote(List<String> cells) {
        return cells.stream()
                .map(Blanks::strip)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("")
                .startsWith("#");
    }

    int number() {
        return number;
    }

    List<String> ignored() {
        return ignored;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    boolean isFilledAfter(int column, List<SheetCell> cells) {
        return cells.stream().skip(column).anyMatch(cell -> !Blanks.isBlank(cell.text()));
    }

    TableRow row(int rowNumber, List<SheetCell> cells, boolean csv) {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            SheetCell cell = i < cells.size() ? cells.get(i) : SheetCell.EMPTY;
            TableColumn column = columns.get(i).orElse(null);
            if (column != null) {
                texts.put(column.name(), text(rowNumber, column, cell));
            } else if (unnamed.contains(i) && !Blanks.isBlank(cell.text())) {
                noteUnnamed(rowNumber, i);
            }
        }
        boolean more = isFilledAfter(columns.size(), cells);
        if (more && !csv) {
            noteUnnamed(rowNumber, columns.size());
        }
        return new TableRow(rowNumber, texts, csv && more, csv && cells.size() < last);
    }

    private void noteUnnamed(int rowNumber, int column) {
        remarks.add(rowNumber, "unnamed " + column, "column %,d has no heading and was not read".formatted(column + 1));
    }

    private String text(int rowNumber, TableColumn column, SheetCell cell) {
        String text = FormulaGuard.take(
                cell.dated() && cell.day().isPresent() ? cell.day().get().toString() : cell.text());
        return switch (column.kind()) {
            case EXACT -> text;
            case TEXT -> Blanks.strip(text);
            case DAY -> cell.day().map(Object::toString).orElseGet(() -> TableDates.iso(Blanks.strip(text)));
            case DIGITS -> digits(rowNumber, column, Blanks.strip(text));
        };
    }

    private String digits(int rowNumber, TableColumn column, String text) {
        var found = DIGITS_AND_POINT.matcher(text);
        if (!found.matches()) {
            return text;
        }
        remarks.add(
                rowNumber,
                "digits " + column.name(),
                "%s %s was read as %s".formatted(column.name(), text, found.group(1)));
        return found.group(1);
    }
}
