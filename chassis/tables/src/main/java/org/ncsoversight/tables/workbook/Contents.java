package org.ncsoversight.tables.workbook;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What all parts of a workbook say together, of what its reader keeps in memory. */
final class Contents {

    private static final String STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private static final int LONGEST_KEPT_ATTRIBUTE = 1_024;
    private static final int MOST_STRINGS = 200_000;
    private static final int MOST_CHARACTERS_OF_STRINGS = 8 << 20;

    /** How often what is kept as often as it occurs may occur. */
    private static final Map<String, Integer> MOST =
            Map.of("Relationship", 2_000, "sheet", 1_000, "xf", 1 << 16, "numFmt", 2_000, "si", MOST_STRINGS);

    private final Map<String, Integer> counts = new HashMap<>();
    private boolean styled;
    private long charactersOfStrings;
    private long greatestString = -1;
    private @Nullable CellPlace usesGreatest;

    void count(XMLStreamReader element) throws TableRefused {
        String name = element.getLocalName();
        @Nullable Integer most = MOST.get(name);
        if (most != null) {
            if (counts.merge(name, 1, Integer::sum) > most) {
                throw TableRefused.file("parts-too-many", "The workbook lists far more than a table needs");
            }
            requireShortAttributes(element);
        }
        styled |= name.equals("Override") && STYLES.equals(element.getAttributeValue(null, "ContentType"));
    }

    private static void requireShortAttributes(XMLStreamReader element) throws TableRefused {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeValue(i).length() > LONGEST_KEPT_ATTRIBUTE) {
                throw TableRefused.file("text-too-long", "The workbook says something at far too great a length");
            }
        }
    }

    /** Whether there are formats of cells to be read. */
    boolean styled() {
        return styled;
    }

    void string(int characters) throws TableRefused {
        charactersOfStrings += characters;
        if (charactersOfStrings > MOST_CHARACTERS_OF_STRINGS) {
            throw TableRefused.file("text-too-much", "The workbook holds more text than a table needs");
        }
    }

    void uses(long string, CellPlace place) {
        if (string > greatestString) {
            greatestString = string;
            usesGreatest = place;
        }
    }

    /** A reader looks for a string that is not there for as long as the memory lasts. */
    void requireStrings() throws TableRefused {
        CellPlace place = usesGreatest;
        if (place != null && greatestString >= counts.getOrDefault("si", 0)) {
            throw new TableRefused(new Refusal(
                    "text-missing", place.row(), place.letters(), "The text of a cell is not in the workbook"));
        }
    }
}
