package org.ncsoversight.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.Refusal;
import org.ncsoversight.tables.workbook.SheetCell;
import org.ncsoversight.tables.workbook.SheetRow;

/** Finds the headings among the first rows of a file and makes rows of the table of those below. */
final class Gathering implements CheckedXlsx.Rows {

    /** Where the headings are looked for. */
    private static final int MOST_ABOVE = 20;

    private record Above(int number, List<String> cells) {}

    private final TableShape shape;
    private final TableLimits limits;
    private final TableReader.Rows taker;
    private final Remarks remarks = new Remarks();
    private final List<Above> above = new ArrayList<>();
    private @Nullable Headings headings;
    private @Nullable Refusal refusal;
    private boolean csv;
    private String delimiter = "";
    private String encoding = "";
    private String sheet = "";
    private int rows;

    Gathering(TableShape shape, TableLimits limits, TableReader.Rows taker) {
        this.shape = shape;
        this.limits = limits;
        this.taker = taker;
    }

    void csv(Delimiter found, Encoding in) {
        csv = true;
        delimiter = found.title();
        encoding = in.title();
        if (in == Encoding.WINDOWS_1252) {
            remarks.add("The file is not UTF-8, so it was read as Windows-1252: see whether letters like é and £ are"
                    + " right");
        }
    }

    @Override
    public void sheet(String name, List<String> hidden) {
        sheet = name;
        if (!hidden.isEmpty()) {
            remarks.add("Hidden sheets were passed over: " + String.join(", ", hidden));
        }
    }

    @Override
    public boolean take(SheetRow row) {
        return take(row.number(), row.cells());
    }

    /** A row that is not blank; false when no more is wanted. */
    boolean take(int number, List<SheetCell> cells) {
        Headings known = headings;
        if (known == null) {
            look(number, cells.stream().map(SheetCell::text).toList());
        } else if (csv && cells.size() > limits.columns() && known.isFilledAfter(limits.columns(), cells)) {
            refusal = new Refusal(
                    "columns-too-many", number, "", "The table can have up to %,d columns".formatted(limits.columns()));
        } else if (++rows > limits.rows()) {
            refusal = new Refusal(
                    "too-many-rows", number, "", "The table can have up to %,d rows".formatted(limits.rows()));
        } else {
            taker.take(known.row(number, cells, csv));
        }
        return refusal == null;
    }

    private void look(int number, List<String> cells) {
        if (Headings.isNote(cells) || Delimiter.isSaidBy(cells)) {
            return;
        }
        above.add(new Above(number, cells));
        boolean found = shape.missing(cells).isEmpty() && shape.known(cells) > 0;
        if (found) {
            begin(above.getLast());
        } else if (above.size() == MOST_ABOVE) {
            beginAnyhow();
        }
    }

    /** With the row that comes nearest, which tells best what is missing. */
    private void beginAnyhow() {
        Above nearest = above.getFirst();
        for (Above row : above) {
            nearest = shape.known(row.cells()) > shape.known(nearest.cells()) ? row : nearest;
        }
        begin(nearest);
    }

    private void begin(Above row) {
        headings = Headings.of(row.number(), row.cells(), shape, remarks);
        refusal = headings.refusal().orElse(null);
    }

    /** After the last row. */
    TableReading end(Optional<Refusal> readersRefusal) {
        if (readersRefusal.isPresent()) {
            return new TableReading.Refused(readersRefusal.get());
        }
        if (headings == null && !above.isEmpty()) {
            beginAnyhow();
        }
        Headings found = headings;
        if (found == null) {
            return new TableReading.Refused(Refusal.ofFile("empty-file", "The file is empty"));
        }
        Refusal why = refusal;
        return why != null
                ? new TableReading.Refused(why)
                : new TableReading.Read(new ReadAs(
                        csv ? TableFormat.CSV.name() : TableFormat.XLSX.name(),
                        delimiter,
                        encoding,
                        sheet,
                        found.number(),
                        found.ignored(),
                        remarks.all()));
    }
}
