package org.ncsoversight.evidence.spreadsheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8, without a byte order mark, which data tools trip over, and without text that spreadsheet programs would run. */
final class CsvWriter implements TableWriter {

    private final CSVPrinter csv;

    CsvWriter(OutputStream out) throws IOException {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    @Override
    public void preamble(String title, List<Spreadsheet.Setting> settings) throws IOException {
        csv.printRecord(Formulas.disarmed(title));
        for (var setting : settings) {
            csv.printRecord(Formulas.disarmed(setting.name()), Formulas.disarmed(setting.value()));
        }
        csv.println();
    }

    @Override
    public void headings(List<String> headings) throws IOException {
        csv.printRecord(headings);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        var texts = new ArrayList<String>();
        for (Object cell : cells) {
            texts.add(
                    cell == null ? "" : cell instanceof Number ? cell.toString() : Formulas.disarmed(cell.toString()));
        }
        csv.printRecord(texts);
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}
