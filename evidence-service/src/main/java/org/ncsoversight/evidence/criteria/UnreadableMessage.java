package org.ncsoversight.evidence.criteria;

/** A record that will not become readable by trying again. */
final class UnreadableMessage extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableMessage(Throwable cause) {
        super(cause);
    }
}
