package org.ncsoversight.tables.workbook;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Holds the rows and cells of a part to what a spreadsheet program can hold. */
final class SheetCheck {

    private static final int LONGEST_TEXT = 1 << 15;
    private static final int MOST_CELLS = 1_000_000;
    private static final int LONGEST_INDEX_IN_DIGITS = 8;

    private final Contents contents;
    private final FormulaCheck formulas = new FormulaCheck();
    private final StringBuilder text = new StringBuilder();
    // The element whose text is read, and how many elements are open in it.
    private @Nullable String reading;
    private int open;
    private boolean inRow;
    private boolean inCell;
    private String type = "n";
    private CellPlace place = new CellPlace(0, 0);
    private int cells;

    SheetCheck(Contents contents) {
        this.contents = contents;
    }

    boolean wantsText() {
        return reading != null;
    }

    void start(XMLStreamReader xml) throws TableRefused {
        String name = xml.getLocalName();
        switch (name) {
            case "row" -> startRow(xml);
            case "c" -> startCell(xml);
            case "f" -> formulas.start(xml, place);
            default -> {
                // Only texts matter below.
            }
        }
        boolean text = name.equals("v") || name.equals("f") || name.equals("is") || name.equals("si");
        if (reading != null) {
            open++;
        } else if (text) {
            reading = name;
            open = 1;
            this.text.setLength(0);
        }
    }

    private void startRow(XMLStreamReader xml) throws TableRefused {
        @Nullable String number = xml.getAttributeValue(null, "r");
        if (inRow && number != null) {
            throw damaged();
        }
        inRow = true;
        place = new CellPlace(number == null ? place.row() + 1 : CellPlace.row(number), 0);
        if (place.row() > CellPlace.LAST_ROW) {
            throw TableRefused.file("row-out-of-range", "The workbook has more rows than a spreadsheet program has");
        }
    }

    private void startCell(XMLStreamReader xml) throws TableRefused {
        if (inCell) {
            throw damaged();
        }
        inCell = true;
        @Nullable String reference = xml.getAttributeValue(null, "r");
        place = reference == null
                ? new CellPlace(place.row(), place.column() + 1)
                : CellPlace.of(reference, place.row());
        if (place.column() > CellPlace.LAST_COLUMN) {
            throw new TableRefused(new Refusal(
                    "column-out-of-range", place.row(), "", "A row has more cells than a spreadsheet program has"));
        }
        if (++cells > MOST_CELLS) {
            throw TableRefused.file("cells-too-many", "The workbook has more cells than a table needs");
        }
        @Nullable String said = xml.getAttributeValue(null, "t");
        type = said == null ? "n" : said;
    }

    void text(String more) throws TableRefused {
        if (text.length() + more.length() > LONGEST_TEXT) {
            throw refused("text-too-long", "A cell holds a text that is longer than a cell can be");
        }
        text.append(more);
    }

    void end(String name) throws TableRefused {
        if (reading != null && --open == 0) {
            read(reading);
            reading = null;
        }
        switch (name) {
            case "row" -> inRow = false;
            case "c" -> inCell = false;
            default -> {
                // Nothing else is remembered.
            }
        }
    }

    private void read(String element) throws TableRefused {
        switch (element) {
            case "v" -> value();
            case "f" -> formulas.end(text.length(), place);
            case "si" -> contents.string(text.length());
            default -> {
                // Its length was all.
            }
        }
    }

    private void value() throws TableRefused {
        if (!inCell) {
            return;
        }
        if (type.equals("n") && !Figure.isModest(text)) {
            throw refused("number-out-of-range", "A cell holds a number that no spreadsheet program holds");
        }
        if (type.equals("s") && !text.isEmpty()) {
            contents.uses(index(), place);
        }
    }

    private long index() throws TableRefused {
        boolean number = text.length() <= LONGEST_INDEX_IN_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!number) {
            throw refused("text-missing", "The text of a cell is not in the workbook");
        }
        return Long.parseLong(text.toString());
    }

    private static TableRefused damaged() {
        return TableRefused.file("damaged", "The workbook is damaged");
    }

    private TableRefused refused(String code, String message) {
        return new TableRefused(new Refusal(code, place.row(), place.letters(), message));
    }
}
