package org.ncsoversight.outcomes.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;

/** One pass over a file: what has been understood of it so far. */
final class Reading {

    private final RowContext context;
    private final FileLimits limits;
    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final List<Claim> good = new ArrayList<>();
    private final Set<ClaimId> seen = new HashSet<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int headings;
    private int lines = 1;
    private int rows;
    private int faults;

    Reading(RowContext context, FileLimits limits) {
        this.context = context;
        this.limits = limits;
    }

    Optional<FileFault> headings(CSVRecord record) {
        headings = record.size();
        for (int i = 0; i < record.size(); i++) {
            var column = Column.of(record.get(i));
            if (column.isPresent() && positions.put(column.get(), i) != null) {
                return Optional.of(FileFault.DUPLICATE_COLUMNS);
            }
        }
        return positions.size() == Column.values().length ? Optional.empty() : Optional.of(FileFault.MISSING_COLUMNS);
    }

    Optional<FileFault> row(CSVRecord record) {
        lines++;
        if (record.size() == 1 && record.get(0).isEmpty()) {
            return Optional.empty();
        }
        if (++rows > limits.rows()) {
            return Optional.of(FileFault.TOO_MANY_ROWS);
        }
        if (record.size() != headings) {
            note(BadRow.of(lines, RowFault.WRONG_NUMBER_OF_COLUMNS));
            return Optional.empty();
        }
        var cells = new EnumMap<Column, String>(Column.class);
        positions.forEach((column, i) -> cells.put(column, record.get(i)));
        var reader = new RowReader(context, lines, cells);
        reader.read().ifPresent(this::add);
        reader.faults().forEach(this::note);
        return Optional.empty();
    }

    FileContent.Rows content(String sha256) {
        return new FileContent.Rows(sha256, rows, good, badRows, faults);
    }

    private void add(Claim claim) {
        if (seen.add(claim.id())) {
            good.add(claim);
        } else {
            note(BadRow.of(lines, Column.OUTCOME_ID, RowFault.DUPLICATE_IN_FILE));
        }
    }

    private void note(BadRow bad) {
        faults++;
        if (badRows.size() < limits.faultsKept()) {
            badRows.add(bad);
        }
    }
}
