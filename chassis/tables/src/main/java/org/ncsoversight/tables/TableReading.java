package org.ncsoversight.tables;

import org.ncsoversight.tables.workbook.Refusal;

/** How reading a table ends. */
public sealed interface TableReading {

    /** All rows were handed out. */
    record Read(ReadAs as) implements TableReading {}

    /** The file cannot be used; rows handed out before that count for nothing. */
    record Refused(Refusal refusal) implements TableReading {}
}
