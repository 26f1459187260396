package org.ncsoversight.outcomes.file;

import java.util.Locale;

/** Why a file cannot be read at all. */
public enum FileFault {
    EMPTY_FILE("The file is empty"),
    FILE_TOO_LARGE("The file is too large"),
    TOO_MANY_ROWS("The file has too many rows"),
    NOT_UTF_8("The file is not UTF-8 text; save it as CSV UTF-8"),
    NOT_CSV("The file is not CSV: a quotation mark is out of place"),
    MISSING_COLUMNS("The first row does not have all the headings"),
    DUPLICATE_COLUMNS("The first row has the same heading twice");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String message;

    FileFault(String message) {
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }
}
