package org.ncsoversight.deploy.server;

/** The platform cannot be started as asked; the message is one line that says what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
