package org.ncsoversight.outcomes.importing;

import java.time.Instant;
import java.util.List;
import org.ncsoversight.outcomes.model.FileOwner;
import org.ncsoversight.outcomes.model.Touchpoint;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.ReadAs;

/**
 * A file somebody asked us to import, and how far it has come.
 *
 * @param chunks in how many parts its claims are kept until they are applied
 * @param chunksApplied how many of them have been, as far as was said
 * @param faults all of them; {@code badRows} lists as many as are kept
 * @param readAs how the file was read
 */
public record ImportedFile(
        ImportId id,
        State state,
        FileOwner owner,
        Touchpoint touchpoint,
        Mode mode,
        String sha256,
        Instant startedAt,
        long order,
        int chunks,
        int chunksApplied,
        Counts counts,
        int faults,
        List<BadRow> badRows,
        ReadAs readAs) {

    /** What to do with a file that has bad rows. */
    public enum Mode {
        /** All rows or none. */
        ALL,
        /** The claims without a bad row. */
        GOOD_ROWS
    }

    /** Only from COMMITTED on does the import count; before, it never was. */
    public enum State {
        REFUSED,
        WRITING,
        COMMITTED,
        APPLIED
    }

    /** Rows of the file, by what became of them; the last three add up to the first, once it is applied. */
    public record Counts(int rows, int recorded, int unchanged, int rejected) {}

    /** The same owner, touchpoint, bytes and mode are the same import. */
    public String identity() {
        return "%s/%s/%s/%s".formatted(owner.value(), touchpoint.value(), mode, sha256);
    }

    public ImportedFile applied(Counts counts) {
        return new ImportedFile(
                id,
                State.APPLIED,
                owner,
                touchpoint,
                mode,
                sha256,
                startedAt,
                order,
                chunks,
                chunks,
                counts,
                faults,
                badRows,
                readAs);
    }

    public ImportedFile committed() {
        return new ImportedFile(
                id,
                State.COMMITTED,
                owner,
                touchpoint,
                mode,
                sha256,
                startedAt,
                order,
                chunks,
                0,
                counts,
                faults,
                badRows,
                readAs);
    }
}
