package org.ncsoversight.evidence.registers.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ncsoversight.evidence.model.Person;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * One provider's register as it stands: small enough to be kept, changed and counted as a whole.
 *
 * @param version counts up from 1 with each change of any of its rows; 0 for one nobody has written in
 * @param rows in the order they were added, removed ones too
 */
public record RegisterTable(ProviderId provider, Register register, long version, List<Row> rows) {

    public RegisterTable {
        rows = List.copyOf(rows);
    }

    /** A table after some of its rows changed, and what is new to its history. */
    public record Changed(RegisterTable table, List<RowChange> changes) {

        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** Who changes something, and when. */
    public record Stamp(Person by, Instant at) {}

    public static RegisterTable empty(ProviderId provider, Register register) {
        return new RegisterTable(provider, register, 0, List.of());
    }

    /** Those not removed. */
    public List<Row> standing() {
        return rows.stream().filter(row -> !row.removed()).toList();
    }

    public List<Count> counts(LocalDate asOf) {
        return register.counts(standing().stream().map(Row::cells).toList(), asOf);
    }

    public Optional<Row> find(UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** A standing row other than this one that says it is the same thing. */
    public Optional<Row> twin(UUID id, Cells cells) {
        String key = register.keyOf(cells);
        return standing().stream()
                .filter(row ->
                        !row.id().equals(id) && register.keyOf(row.cells()).equals(key))
                .findFirst();
    }

    /** Puts these cells in these rows; a row that is not there is added, a removed one comes back. */
    public Changed with(Map<UUID, Cells> written, Stamp stamp) {
        var next = new ArrayList<>(rows);
        var changes = new ArrayList<RowChange>();
        written.forEach((id, cells) -> {
            var before = find(id);
            var row = before.map(old -> new Row(id, old.place(), old.version() + 1, cells, false))
                    .orElseGet(() -> new Row(id, next.size() + 1L, 1, cells, false));
            if (before.isPresent()) {
                next.set(rows.indexOf(before.get()), row);
            } else {
                next.add(row);
            }
            var was = before.map(Row::cells).orElse(Cells.of(Map.of()));
            var what = before.map(old -> old.removed() ? RowChange.What.RESTORED : RowChange.What.CHANGED)
                    .orElse(RowChange.What.ADDED);
            changes.add(new RowChange(id, row.version(), what, stamp.at(), stamp.by(), register.between(was, cells)));
        });
        return new Changed(new RegisterTable(provider, register, version + 1, next), changes);
    }

    /** Takes a standing row off the list; what may name a person is erased with it and does not come back. */
    public Changed without(Row row, Stamp stamp) {
        var next = new ArrayList<>(rows);
        next.set(
                rows.indexOf(row),
                new Row(row.id(), row.place(), row.version() + 1, register.withoutPersonal(row.cells()), true));
        var change =
                new RowChange(row.id(), row.version() + 1, RowChange.What.REMOVED, stamp.at(), stamp.by(), List.of());
        return new Changed(new RegisterTable(provider, register, version + 1, next), List.of(change));
    }
}
