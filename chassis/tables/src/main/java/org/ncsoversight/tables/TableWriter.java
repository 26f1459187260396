package org.ncsoversight.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a table row by row, of which few are in memory; nothing is complete before it is closed. */
public sealed interface TableWriter extends Closeable permits CsvWriter, XlsxWriter {

    /** Starts a table; the title becomes the name of a workbook's sheet. */
    static TableWriter open(TableFormat format, OutputStream out, String title) {
        return switch (format) {
            case CSV -> new CsvWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            case XLSX -> new XlsxWriter(out, title);
        };
    }

    /** A line above the headings: what the list is, its filter, its day. */
    void note(String text) throws IOException;

    /** A row of cells above the headings, where {@link #note} is not enough. */
    void above(List<String> cells) throws IOException;

    void headings(List<String> headings) throws IOException;

    /** Numbers, days and instants stay what they are where the format can say so; null is an empty cell; all else is text. */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}
