package org.ncsoversight.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ncsoversight.tables.workbook.CheckedXlsx;
import org.ncsoversight.tables.workbook.Refusal;

/**
 * Reads a table from whatever people send: CSV with commas, semicolons or tabs, in UTF-8 or Windows-1252, or the first sheet
 * they see of a workbook. One reader, so that a date, a heading or a delimiter is answered alike everywhere.
 */
public final class TableReader {

    /** Takes the rows below the headings, none of them blank. */
    @FunctionalInterface
    public interface Rows {
        void take(TableRow row);
    }

    private static final int START_IN_BYTES = 256;
    private static final String OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument";
    private static final String OLD_OFFICE = "\u00D0\u00CF\u0011\u00E0";
    private static final String SAVE_AS = "Open it and save it as an Excel workbook (.xlsx) or as CSV UTF-8";

    private TableReader() {}

    /** Hands out rows as they are read; only whoever is told at the end that all were read may believe them. */
    public static TableReading read(TableSource source, TableShape shape, TableLimits limits, Rows rows)
            throws IOException {
        String start = start(source);
        var gathering = new Gathering(shape, limits, rows);
        if (start.startsWith(OLD_OFFICE)) {
            return refused(
                    "xls-not-read", "The file is an old Excel workbook (.xls), or protected by a password. " + SAVE_AS);
        }
        if (!CheckedXlsx.looksLikeOne(start.getBytes(StandardCharsets.ISO_8859_1))) {
            return gathering.end(CsvRows.read(source, shape, gathering));
        }
        if (start.contains(OPEN_DOCUMENT)) {
            return refused("ods-not-read", "The file is an OpenDocument spreadsheet (.ods). " + SAVE_AS);
        }
        Optional<Refusal> refusal = source.workbook(limits.ofWorkbook(), gathering);
        return gathering.end(refusal);
    }

    private static String start(TableSource source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readNBytes(START_IN_BYTES), StandardCharsets.ISO_8859_1);
        }
    }

    private static TableReading refused(String code, String message) {
        return new TableReading.Refused(Refusal.ofFile(code, message));
    }
}
