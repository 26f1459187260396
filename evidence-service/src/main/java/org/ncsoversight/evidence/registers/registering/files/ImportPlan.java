package org.ncsoversight.evidence.registers.registering.files;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.registers.model.Cells;
import org.ncsoversight.evidence.registers.model.ColumnType.Reading;
import org.ncsoversight.evidence.registers.model.Register.RowReading;
import org.ncsoversight.evidence.registers.model.RegisterTable;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.store.RegisterImport.Tally;
import org.ncsoversight.tables.BadRow;

/**
 * What a file would do to a table, before anything is done.
 *
 * @param written the cells of each row that would be added or changed
 */
record ImportPlan(Map<UUID, Cells> written, Tally tally, List<BadRow> badRows) {

    static ImportPlan of(RegisterTable table, RowFile file, LocalDate today) {
        return new Planning(table, today).plan(file);
    }

    /** A row is met again by its id, else by its key; columns the file does not have stay as they are. */
    private static final class Planning {

        private final RegisterTable table;
        private final LocalDate today;
        private final Map<UUID, Cells> good = new LinkedHashMap<>();
        private final Map<UUID, RowFile.Line> lines = new LinkedHashMap<>();
        private final Set<String> keys = new HashSet<>();
        private final List<BadRow> badRows = new ArrayList<>();
        private int rejected;

        Planning(RegisterTable table, LocalDate today) {
            this.table = table;
            this.today = today;
        }

        ImportPlan plan(RowFile file) {
            file.lines().forEach(this::read);
            refuseTwins();
            var written = new LinkedHashMap<UUID, Cells>();
            int added = 0;
            int changed = 0;
            for (var entry : good.entrySet()) {
                var before = table.find(entry.getKey());
                if (before.isEmpty()) {
                    added++;
                    written.put(entry.getKey(), entry.getValue());
                } else if (before.get().removed() || !before.get().cells().equals(entry.getValue())) {
                    changed++;
                    written.put(entry.getKey(), entry.getValue());
                }
            }
            var tally = new Tally(file.lines().size(), added, changed, good.size() - added - changed, rejected);
            return new ImportPlan(written, tally, List.copyOf(badRows));
        }

        private void read(RowFile.Line line) {
            if (line.tooLong()) {
                rejected++;
                badRows.add(new BadRow(
                        line.number(), "", "too-many-cells", "The row has more cells than there are columns"));
                return;
            }
            Optional<UUID> id;
            try {
                id = id(line);
            } catch (IllegalArgumentException e) {
                reject(
                        line,
                        new FieldError(RowFile.ROW_ID, "row-not-an-id", "Row must be empty or an id from an export"));
                return;
            }
            var before = id.flatMap(table::find).or(() -> standingWithKey(line));
            var typed = new LinkedHashMap<>(before.map(row -> row.cells().values())
                    .orElse(Cells.of(Map.of()).values()));
            typed.putAll(line.cells());
            switch (table.register().read(typed, today)) {
                case RowReading.Bad(var errors) -> reject(line, errors.toArray(FieldError[]::new));
                case RowReading.Good(var cells) ->
                    accept(line, before.map(Row::id).or(() -> id).orElseGet(UUID::randomUUID), cells);
            }
        }

        private void accept(RowFile.Line line, UUID id, Cells cells) {
            if (good.containsKey(id) || !keys.add(table.register().keyOf(cells))) {
                String column = table.register().key().getFirst();
                reject(line, table.register().error(column, "twice", "stands in this file twice"));
                return;
            }
            good.put(id, cells);
            lines.put(id, line);
        }

        /** Rows that are not in the file keep their place; one that is takes the place it has afterwards. */
        private void refuseTwins() {
            var column = table.register().key().getFirst();
            for (Row row : table.standing()) {
                if (!good.containsKey(row.id())
                        && keys.contains(table.register().keyOf(row.cells()))) {
                    good.entrySet().removeIf(entry -> {
                        boolean twin = table.register()
                                .keyOf(entry.getValue())
                                .equals(table.register().keyOf(row.cells()));
                        if (twin) {
                            reject(
                                    requireNonNull(lines.get(entry.getKey())),
                                    table.register().error(column, "already-there", "is on this register already"));
                        }
                        return twin;
                    });
                }
            }
        }

        private Optional<Row> standingWithKey(RowFile.Line line) {
            var values = new LinkedHashMap<String, String>();
            for (String column : table.register().key()) {
                var cell = line.cells().getOrDefault(column, "");
                if (table.register().column(column).read(cell) instanceof Reading.Kept(var kept)) {
                    values.put(column, kept);
                }
            }
            return table.twin(new UUID(0, 0), Cells.of(values));
        }

        private static Optional<UUID> id(RowFile.Line line) {
            String text = line.cells().getOrDefault(RowFile.ROW_ID, "").strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        }

        private void reject(RowFile.Line line, FieldError... errors) {
            rejected++;
            for (FieldError error : errors) {
                badRows.add(new BadRow(line.number(), error.field(), error.code(), error.message()));
            }
        }
    }
}
