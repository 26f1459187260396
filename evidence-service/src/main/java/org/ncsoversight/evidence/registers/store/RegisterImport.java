package org.ncsoversight.evidence.registers.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.model.ProviderId;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/**
 * What became of a file of rows.
 *
 * @param register the register's code
 * @param by the username of who sent it
 * @param taken whether the good rows were taken in; not when all rows or none were wanted and some were bad
 * @param readAs how the file was read
 */
public record RegisterImport(
        UUID id,
        ProviderId provider,
        String register,
        Instant at,
        String by,
        Tally tally,
        boolean taken,
        List<BadRow> badRows,
        ReadAs readAs) {

    /** How many rows there were, and what the good ones did. */
    public record Tally(int rows, int added, int changed, int unchanged, int rejected) {}

    public RegisterImport {
        badRows = List.copyOf(badRows);
    }

    public boolean changedSomething() {
        return taken && tally.added() + tally.changed() > 0;
    }
}
