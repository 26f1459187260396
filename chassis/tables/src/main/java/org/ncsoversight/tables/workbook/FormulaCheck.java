package org.ncsoversight.tables.workbook;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Formulas are not computed here, but a reader spells out shared ones for every cell, and looks in every range of the others. */
final class FormulaCheck {

    private static final int LONGEST = 8_192;
    private static final int LONGEST_SHARED = 2_048;
    private static final int MOST_SHARED = 10_000;
    private static final int MOST_RANGES = 500;
    private static final long MOST_CHARACTERS_SPELT_OUT = 4L << 20;

    private boolean begins;
    private int longestShared;
    private int shared;
    private int ranges;
    private long speltOut;

    void start(XMLStreamReader xml, CellPlace place) throws TableRefused {
        @Nullable String type = xml.getAttributeValue(null, "t");
        boolean ranged = xml.getAttributeValue(null, "ref") != null;
        begins = "shared".equals(type) && ranged;
        shared += begins ? 1 : 0;
        ranges += "array".equals(type) && ranged ? 1 : 0;
        speltOut += "shared".equals(type) && !ranged ? longestShared : 0;
        if (shared > MOST_SHARED || ranges > MOST_RANGES || speltOut > MOST_CHARACTERS_SPELT_OUT) {
            throw refused(place, "formulas-too-many", "The workbook has more formulas than a table needs");
        }
    }

    void end(int characters, CellPlace place) throws TableRefused {
        if (characters > (begins ? LONGEST_SHARED : LONGEST)) {
            throw refused(place, "formula-too-long", "A formula is longer than a table needs");
        }
        longestShared = begins ? Math.max(longestShared, characters) : longestShared;
        begins = false;
    }

    private static TableRefused refused(CellPlace place, String code, String message) {
        return new TableRefused(new Refusal(code, place.row(), place.letters(), message));
    }
}
