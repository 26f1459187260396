package org.ncsoversight.tables;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV with commas in UTF-8, without a byte order mark, which data tools trip over. */
final class CsvWriter implements TableWriter {

    private static final Pattern BREAK = Pattern.compile("\\R");

    private final CSVPrinter csv;

    CsvWriter(Writer out) {
        try {
            csv = new CSVPrinter(new BufferedWriter(out), CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new IllegalStateException("Nothing was written yet", e);
        }
    }

    @Override
    public void note(String text) throws IOException {
        csv.printRecord("# " + BREAK.matcher(text).replaceAll(" "));
    }

    @Override
    public void above(List<String> cells) throws IOException {
        row(cells);
    }

    @Override
    public void headings(List<String> headings) throws IOException {
        row(headings);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        csv.printRecord(cells.stream().map(CsvWriter::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Object other -> FormulaGuard.put(other.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
