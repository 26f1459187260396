package org.ncsoversight.evidence.files.model;

import java.util.Locale;

/** What is known about viruses in a file. */
public enum ScanState {
    /** Kept, but given to nobody until it was scanned. */
    QUARANTINED,
    /** Scanned, and nothing was found. */
    CLEAN,
    /** Something was found, and the content is gone. */
    INFECTED,
    /** No scanner is configured here. */
    UNSCANNED;

    /** The word used in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the content may be given to anybody. */
    public boolean mayLeave() {
        return this == CLEAN || this == UNSCANNED;
    }
}
