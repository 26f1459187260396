package org.ncsoversight.evidence.registers.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;

/**
 * What became of a file of rows.
 *
 * @param register the register's code
 * @param by the username of who sent it
 * @param taken whether the good rows were taken in; not when all rows or none were wanted and some were bad
 */
public record RegisterImport(
        UUID id,
        ProviderId provider,
        String register,
        Instant at,
        String by,
        Tally tally,
        boolean taken,
        List<BadRow> badRows) {

    /** How many rows there were, and what the good ones did. */
    public record Tally(int rows, int added, int changed, int unchanged, int rejected) {}

    /**
     * Something wrong in one row; never repeats what stands there.
     *
     * @param row as the spreadsheet numbers it, the headings being row 1
     */
    public record BadRow(int row, String column, String code, String message) {}

    public RegisterImport {
        badRows = List.copyOf(badRows);
    }

    public boolean changedSomething() {
        return taken && tally.added() + tally.changed() > 0;
    }
}
