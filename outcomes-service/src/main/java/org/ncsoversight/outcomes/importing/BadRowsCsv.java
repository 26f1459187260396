package org.ncsoversight.outcomes.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ncsoversight.outcomes.file.BadRow;
import org.springframework.http.MediaType;

/** The bad rows as a file to be opened beside the one they are in. */
final class BadRowsCsv {

    static final MediaType TYPE = MediaType.parseMediaType("text/csv;charset=utf-8");
    static final String DISPOSITION = "attachment; filename=\"errors.csv\"";

    private BadRowsCsv() {}

    static String of(List<BadRow> rows) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            csv.printRecord("row", "column", "code", "message");
            for (var row : rows) {
                csv.printRecord(row.row(), row.column(), row.code(), row.message());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
