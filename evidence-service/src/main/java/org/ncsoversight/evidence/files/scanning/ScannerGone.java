package org.ncsoversight.evidence.files.scanning;

import java.io.IOException;

/** The scanner cannot be reached, hung up, or did not answer in time. */
final class ScannerGone extends IOException {

    private static final long serialVersionUID = 1;

    private final String why;

    ScannerGone(Exception cause) {
        super(cause);
        why = cause.getClass().getSimpleName();
    }

    ScannerGone(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
