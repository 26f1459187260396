package org.ncsoversight.evidence.exchange.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;

/** One row as it was written. */
record SheetRow(int number, Map<ImportColumn, String> cells) {

    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;\\n]");
    private static final Pattern BRITISH_DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

    SheetRow {
        cells = Map.copyOf(cells);
    }

    String text(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    List<String> values(ImportColumn column) {
        return Arrays.stream(BETWEEN_VALUES.split(text(column)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    Proposal proposal() {
        var proposal = Proposal.EMPTY;
        for (ImportColumn column : ImportColumn.values()) {
            Field field = column.field().orElse(null);
            if (field == null || text(column).isEmpty()) {
                continue;
            }
            if (column.isList()) {
                proposal = proposal.with(field, values(column));
            } else {
                boolean date = ImportColumn.dates().contains(column.heading());
                proposal = proposal.with(field, date ? isoDate(text(column)) : text(column));
            }
        }
        return proposal;
    }

    /** Whatever is no date at all is left for the rules to refuse. */
    private static String isoDate(String typed) {
        var british = BRITISH_DATE.matcher(typed);
        return british.matches() ? "%s-%s-%s".formatted(british.group(3), british.group(2), british.group(1)) : typed;
    }
}
