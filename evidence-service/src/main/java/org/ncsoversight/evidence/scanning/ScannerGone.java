package org.ncsoversight.evidence.scanning;

import java.io.IOException;

/** The scanner cannot be reached, hung up, or did not answer in time. */
final class ScannerGone extends IOException {

    private static final long serialVersionUID = 1;

    ScannerGone(Exception cause) {
        super(cause.getClass().getSimpleName(), cause);
    }

    ScannerGone(String why) {
        super(why);
    }
}
