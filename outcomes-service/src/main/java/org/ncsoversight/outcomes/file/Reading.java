package org.ncsoversight.outcomes.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ncsoversight.outcomes.model.Claim;
import org.ncsoversight.outcomes.model.ClaimId;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;
import org.ncsoversight.tables.TableRow;

/** One pass over a file: what has been understood of it so far. */
final class Reading {

    private final RowContext context;
    private final FileLimits limits;
    private final List<Claim> good = new ArrayList<>();
    private final Set<ClaimId> seen = new HashSet<>();
    private final List<BadRow> badRows = new ArrayList<>();
    private int rows;
    private int faults;

    Reading(RowContext context, FileLimits limits) {
        this.context = context;
        this.limits = limits;
    }

    void row(TableRow row) {
        rows++;
        if (row.tooLong() || row.tooShort()) {
            note(RowFault.WRONG_NUMBER_OF_COLUMNS.at(row.number()));
            return;
        }
        var reader = new RowReader(context, row.number(), Column.cells(row));
        reader.read().ifPresent(claim -> add(claim, row.number()));
        reader.faults().forEach(this::note);
    }

    FileContent.Rows content(String sha256, ReadAs as) {
        return new FileContent.Rows(sha256, rows, good, badRows, faults, as);
    }

    private void add(Claim claim, int row) {
        if (seen.add(claim.id())) {
            good.add(claim);
        } else {
            note(RowFault.DUPLICATE_IN_FILE.at(row, Column.OUTCOME_ID));
        }
    }

    private void note(BadRow bad) {
        faults++;
        if (badRows.size() < limits.faultsKept()) {
            badRows.add(bad);
        }
    }
}
