package org.ncsoversight.outcomes.providers;

/** A record that will not make more sense the next time. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    Unreadable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
