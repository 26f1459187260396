package org.ncsoversight.evidence.files.model;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the scan of one file for viruses has come.
 *
 * @param signature what was found, as the scanner calls it; only of an infected file
 * @param trouble why the latest attempt came to nothing; null before the first and after the last
 * @param attempts that came to nothing so far
 * @param since when it came into this state
 * @param due when to look at it next; null when nothing is left to do
 */
public record FileScan(
        UUID file,
        ScanState state,
        @Nullable String signature,
        @Nullable Trouble trouble,
        int attempts,
        Instant since,
        @Nullable Instant due) {

    /** Why a file could not be scanned. */
    public enum Trouble {
        SCANNER_AWAY,
        SCANNER_FAILED,
        TOO_LARGE_TO_SCAN;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static FileScan first(UUID file, ScanState state, Instant at) {
        return new FileScan(file, state, null, null, 0, at, null);
    }

    /** How it stands where new files begin in this state: with a scanner, nothing counts as not needing one. */
    public FileScan asFarAs(ScanState stateOfNewFiles) {
        return state == ScanState.UNSCANNED && stateOfNewFiles == ScanState.QUARANTINED
                ? first(file, ScanState.QUARANTINED, since)
                : this;
    }

    public FileScan clean(Instant at) {
        return new FileScan(file, ScanState.CLEAN, null, null, attempts, at, null);
    }

    /** Due at once, because the content is still to be removed. */
    public FileScan infected(String found, Instant at) {
        return new FileScan(file, ScanState.INFECTED, found, null, attempts, at, at);
    }

    /** Nothing is left to do. */
    public FileScan settled() {
        return new FileScan(file, state, signature, trouble, attempts, since, null);
    }

    /** The same as before, to be tried again. */
    public FileScan failed(Trouble why, Instant again) {
        return new FileScan(file, state, null, why, attempts + 1, since, again);
    }
}
