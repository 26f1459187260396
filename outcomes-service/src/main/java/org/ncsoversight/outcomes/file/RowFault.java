package org.ncsoversight.outcomes.file;

import java.util.Locale;
import org.ncsoversight.tables.BadRow;

/** What can be wrong with a cell: a stable code, and a message that never repeats what the file holds. */
public enum RowFault {
    MISSING("Enter a value"),
    MALFORMED("Use letters, digits, spaces and . _ : / - only, up to 60 characters"),
    MALFORMED_DATE("Write the date as 2026-10-31 or 31/10/2026"),
    FUTURE_DATE("The date is in the future"),
    TOO_YOUNG("Clients are at least 13 years old"),
    EFFECTIVE_BEFORE_SESSION("The outcome is earlier than the session"),
    OUTSIDE_WINDOW("The outcome is more than 12 months after the session (13 months for types 3 and 5)"),
    UNKNOWN_OUTCOME_TYPE("The outcome type is a number from 1 to 5"),
    MALFORMED_PRIORITY("Write 1 or 0, true or false, yes or no"),
    MALFORMED_SUBCONTRACTOR("A subcontractor has 8 digits and does not start with 0"),
    NO_CONTRACT("There is no contract at this touchpoint on this date"),
    NOT_IN_CONTRACT("This subcontractor does not deliver at this touchpoint on this date"),
    NOT_OWN_ORGANISATION("You can only import claims of your own organisation, or of your contract if you hold it"),
    DUPLICATE_IN_FILE("The file has this outcome in an earlier row"),
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
