package org.ncsoversight.feedback.file;

import java.util.Locale;
import org.ncsoversight.tables.BadRow;

/** What can be wrong with a cell: a stable code, and a message that never repeats what the file holds. */
public enum RowFault {
    MISSING("Enter a value"),
    MALFORMED("Use letters, digits, spaces and . _ : / - only, up to 60 characters"),
    MALFORMED_DATE("Write the date as 2026-10-31 or 31/10/2026"),
    FUTURE_DATE("The date is in the future"),
    UNKNOWN_TOUCHPOINT("There is no such touchpoint"),
    NOT_IN_CONTRACT("Nobody of this description delivers at this touchpoint on this date"),
    NOT_OWN_ORGANISATION("You can only import responses about your own organisation, or your contract if you hold it"),
    MALFORMED_UKPRN("A UKPRN has 8 digits and does not start with 0"),
    UNKNOWN_CHANNEL("The channel is a number from 1 to 5"),
    UNKNOWN_QUESTION("There is no such question"),
    UNKNOWN_ANSWER("The question has no such answer"),
    MALFORMED_WEIGHT("The weight is a number above 0 and up to 1000"),
    DUPLICATE_ANSWER("This response has already answered this question"),
    INCONSISTENT_RESPONSE("This value differs from an earlier row of the same response"),
    WRONG_NUMBER_OF_COLUMNS("The row has more or fewer cells than the first row");

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String message;

    RowFault(String message) {
        this.message = message;
    }

    public String code() {
        return code;
    }

    BadRow at(int row, Column column) {
        return new BadRow(row, column.heading(), code, message);
    }

    /** About the whole row. */
    BadRow at(int row) {
        return new BadRow(row, "", code, message);
    }

    public String message() {
        return message;
    }
}
