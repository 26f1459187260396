package org.ncsoversight.gateway.limits;

import java.io.IOException;

/** The caller stopped sending before the end, which is not the fault of the part that was listening. */
public final class CallerGone extends IOException {

    private static final long serialVersionUID = 1L;

    CallerGone(IOException cause) {
        super(cause);
    }
}
