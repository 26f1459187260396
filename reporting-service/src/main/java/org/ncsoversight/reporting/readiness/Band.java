package org.ncsoversight.reporting.readiness;

/** How far a provider is with one criterion, worst first; this platform's own word, not a judgement by <em>matrix</em>. */
public enum Band {
    /** Nothing was submitted. */
    NOT_STARTED,
    /** Some voices are not spoken for. */
    GATHERING,
    /** Every voice is spoken for, but not all of it is accepted. */
    SUBMITTED,
    /** Covered and accepted, but something asks for a look. */
    AT_RISK,
    /** Covered, accepted, and nothing speaks against it. */
    READY;

    Band orWorse(Band other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
