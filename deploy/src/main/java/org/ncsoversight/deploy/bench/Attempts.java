package org.ncsoversight.deploy.bench;

import java.io.PrintStream;

/** Measures one figure after the other; one that cannot be measured says why, and the next is tried. */
final class Attempts {

    private final PrintStream out;
    private int failed;

    Attempts(PrintStream out) {
        this.out = out;
    }

    void at(String what, Runnable measuring) {
        try {
            measuring.run();
        } catch (RuntimeException e) {
            failed++;
            out.println(what + " not measured: " + reason(e));
        }
    }

    int failed() {
        return failed;
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return e + (cause == null ? "" : "; " + reason(cause));
    }
}
