package org.ncsoversight.criteria.people;

/** Where people are kept does not answer; what was asked may or may not have happened. */
public final class DirectoryAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectoryAway(String message, Throwable cause) {
        super(message, cause);
    }
}
