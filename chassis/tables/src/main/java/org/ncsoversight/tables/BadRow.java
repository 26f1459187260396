package org.ncsoversight.tables;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * One thing wrong with one row; never repeats what stands there.
 *
 * @param row as a spreadsheet program shows it
 * @param column its heading, or nothing where the whole row is meant
 * @param code stable, for programs
 */
public record BadRow(int row, String column, String code, String message) {

    /** As a file, to be opened beside the one they are in. */
    public static String csv(List<BadRow> rows) {
        var text = new StringWriter();
        try (var csv = new CsvWriter(text)) {
            csv.headings(List.of("row", "column", "code", "message"));
            for (BadRow bad : rows) {
                csv.row(List.of(bad.row(), bad.column(), bad.code(), bad.message()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
