package org.ncsoversight.evidence.exchange.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.items.model.Field;
import org.ncsoversight.evidence.items.model.Proposal;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.tables.TableRow;

/** One row as it was written; one that is too long has a comma too many somewhere. */
record SheetRow(int number, Map<ImportColumn, String> cells, boolean tooLong) {

    private static final Pattern BETWEEN_VALUES = Pattern.compile("[;\\n]");
    private static final Pattern BETWEEN_CODES = Pattern.compile("[;,\\n]");

    /** As lists show them, so that a list that was taken away can come back. */
    private static final Map<String, Voice> VOICES =
            Map.of("managers", Voice.MANAGER, "clients", Voice.CLIENT, "partners and networks", Voice.PARTNER);

    SheetRow {
        cells = Map.copyOf(cells);
    }

    static SheetRow of(TableRow row) {
        Map<ImportColumn, String> cells = new EnumMap<>(ImportColumn.class);
        for (ImportColumn column : ImportColumn.values()) {
            String text = row.text(column.heading());
            cells.put(column, column == ImportColumn.VOICE ? voice(text) : text);
        }
        return new SheetRow(row.number(), cells, row.tooLong());
    }

    private static String voice(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        @Nullable Voice shown = VOICES.get(word);
        return shown == null ? word : shown.word();
    }

    String text(ImportColumn column) {
        return cells.getOrDefault(column, "");
    }

    List<String> values(ImportColumn column) {
        // Names of files may have commas in them; codes and ids have none.
        Pattern between = column == ImportColumn.FILES ? BETWEEN_VALUES : BETWEEN_CODES;
        return Arrays.stream(between.split(text(column)))
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
                proposal = proposal.with(field, text(column));
            }
        }
        return proposal;
    }
}
