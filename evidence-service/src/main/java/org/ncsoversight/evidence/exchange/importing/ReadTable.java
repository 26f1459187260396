package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.spreadsheet.TableReader;

/** Reads the rows of a table, or says why it is none of ours. */
final class ReadTable {

    private final ImportLimits limits;
    private final List<SheetRow> rows = new ArrayList<>();
    private @Nullable List<Optional<ImportColumn>> columns;
    private @Nullable FileRefused refused;

    private ReadTable(ImportLimits limits) {
        this.limits = limits;
    }

    static List<SheetRow> rows(Path table, ImportLimits limits) throws IOException, FileRefused {
        var reading = new ReadTable(limits);
        try {
            TableReader.read(table, limits.rows() + 2, ImportColumn.dates(), reading::take);
        } catch (TableReader.NotATable e) {
            throw notReadable(e);
        }
        if (reading.refused != null) {
            throw reading.refused;
        }
        if (reading.rows.isEmpty()) {
            throw FileRefused.table("table-empty", "The table has no rows below its headings");
        }
        return List.copyOf(reading.rows);
    }

    private static FileRefused notReadable(TableReader.NotATable reason) {
        String what = "The table must be a CSV file in UTF-8 or an Excel workbook (XLSX)";
        return FileRefused.table(
                "table-not-readable",
                reason.refusal()
                        .map(refusal -> "%s. %s".formatted(what, refusal.sentence()))
                        .orElse(what));
    }

    private boolean take(int number, List<String> cells) {
        if (columns == null) {
            columns = cells.stream().map(ImportColumn::of).toList();
            refused = wrongHeadings(cells, columns);
        } else if (rows.size() == limits.rows()) {
            refused = FileRefused.table(
                    "rows-too-many", "The table must have %,d rows or fewer".formatted(limits.rows()));
        } else {
            rows.add(row(number, cells, columns));
        }
        return refused == null;
    }

    private static @Nullable FileRefused wrongHeadings(List<String> cells, List<Optional<ImportColumn>> columns) {
        var missing = EnumSet.noneOf(ImportColumn.class);
        Arrays.stream(ImportColumn.values()).filter(ImportColumn::required).forEach(missing::add);
        var seen = EnumSet.noneOf(ImportColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            ImportColumn column = columns.get(i).orElse(null);
            if (column == null && !cells.get(i).isEmpty()) {
                return FileRefused.table("column-unknown", "There is no column “%s”".formatted(cells.get(i)));
            }
            if (column != null && !seen.add(column)) {
                return FileRefused.table("column-twice", "The column “%s” is there twice".formatted(column.heading()));
            }
        }
        missing.removeAll(seen);
        return missing.isEmpty()
                ? null
                : FileRefused.table(
                        "column-missing",
                        "The first row must have the headings. Missing: "
                                + missing.stream().map(ImportColumn::heading).collect(Collectors.joining(", ")));
    }

    private static SheetRow row(int number, List<String> cells, List<Optional<ImportColumn>> columns) {
        Map<ImportColumn, String> named = new EnumMap<>(ImportColumn.class);
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            String cell = cells.get(i);
            columns.get(i).ifPresent(column -> named.put(column, cell));
        }
        return new SheetRow(number, named);
    }
}
