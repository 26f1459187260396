package org.ncsoversight.feedback.file;

import java.io.IOException;
import java.io.InputStream;
import org.ncsoversight.tables.SpooledTable;
import org.ncsoversight.tables.TableLimits;
import org.ncsoversight.tables.TableReading;

/** Reads a file of responses once, row by row, never holding its text. */
public final class ResponsesFile {

    private static final int MOST_COLUMNS = 250;

    private final FileLimits limits;

    public ResponsesFile(FileLimits limits) {
        this.limits = limits;
    }

    /** Does not close the stream. */
    public FileContent read(InputStream bytes, RowContext context) throws IOException {
        try (var table = SpooledTable.of(bytes, limits.size().toBytes())) {
            var reading = new Reading(context, limits);
            return switch (table.read(Column.shape(), TableLimits.of(limits.rows(), MOST_COLUMNS), reading::row)) {
                case TableReading.Refused(var refusal) -> new FileContent.Unreadable(refusal);
                case TableReading.Read(var as) -> reading.content(table.sha256(), as);
            };
        }
    }
}
