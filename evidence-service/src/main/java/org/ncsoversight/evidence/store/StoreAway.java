package org.ncsoversight.evidence.store;

/** The place where things are kept does not answer. */
public final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreAway(Throwable cause) {
        super(cause);
    }
}
