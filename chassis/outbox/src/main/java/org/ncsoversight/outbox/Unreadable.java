package org.ncsoversight.outbox;

import java.util.List;

/** A record that will not make more sense the next time it is read. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public static final String VALUE_UNREADABLE = "value-unreadable";
    public static final String VALUE_MISSING = "value-missing";
    public static final String KEY_MISSING = "key-missing";
    public static final String TYPE_MISSING = "type-missing";
    public static final String FIELD_REFUSED = "field-refused";
    /** Of a record that fails in a way nobody foresaw. */
    public static final String UNEXPECTED = "unexpected";

    /** All there are, so that each can be counted from 0. */
    public static final List<String> REASONS =
            List.of(VALUE_UNREADABLE, VALUE_MISSING, KEY_MISSING, TYPE_MISSING, FIELD_REFUSED, UNEXPECTED);

    private final String reason;

    /** The reason is a stable code; the detail is for people and may be anything. */
    public Unreadable(String reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Unreadable(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** For whatever a listener threw: the first of its causes that says why, or that nobody foresaw it. */
    public static Unreadable in(Throwable thrown) {
        Throwable last = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
            last = cause;
        }
        return new Unreadable(UNEXPECTED, last.getClass().getSimpleName() + ": " + last.getMessage(), thrown);
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
