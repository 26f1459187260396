package org.ncsoversight.evidence.registers.registering.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ncsoversight.tables.BoundedRows;

/** Rows as CSV in UTF-8; lines before the headings that start with # are notes. */
final class CsvRows {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvRows() {}

    static RowFile.Grid read(byte[] file, int mostRows) throws RowFile.Unreadable {
        String text = text(file);
        int notes = 0;
        int start = 0;
        while (text.startsWith("#", start) || text.startsWith("\"#", start)) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
            notes++;
        }
        var rows = new ArrayList<List<String>>();
        try (var bounded = new BoundedRows(new StringReader(text.substring(start)));
                var parser = CSVFormat.RFC4180.parse(bounded)) {
            for (var row : parser) {
                bounded.rowEnded();
                if (rows.size() > mostRows) {
                    throw tooManyRows(mostRows);
                }
                rows.add(List.of(row.values()));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new RowFile.Unreadable("file-not-csv", "The file is not a CSV file that can be read");
        }
        return new RowFile.Grid(notes + 1, rows);
    }

    static RowFile.Unreadable tooManyRows(int mostRows) {
        return new RowFile.Unreadable("too-many-rows", "The file has more than " + mostRows + " rows");
    }

    private static String text(byte[] file) throws RowFile.Unreadable {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RowFile.Unreadable(
                    "file-not-utf-8", "Save the file as “CSV UTF-8” or as an Excel workbook and send it again");
        }
    }

    static void write(List<String> notes, List<List<String>> rows, OutputStream to) throws IOException {
        var out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        for (String note : notes) {
            out.write("# " + note.replaceAll("\\R", " ") + "\r\n");
        }
        var printer = new CSVPrinter(out, CSVFormat.RFC4180);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(FormulaGuard::put).toList());
        }
        printer.flush();
    }
}
