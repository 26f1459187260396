package org.ncsoversight.criteria.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.TableWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file to be kept. */
public final class Downloads {

    private Downloads() {}

    /** The ending is csv or xlsx. */
    public static ResponseEntity<byte[]> of(Table table, String name, String ending) {
        return of(write(table, TableFormat.of(ending).orElseThrow()), name, ending);
    }

    /** The wrong rows of a file as a file. */
    public static ResponseEntity<byte[]> of(List<BadRow> wrong) {
        return of(BadRow.csv(wrong).getBytes(StandardCharsets.UTF_8), "errors", TableFormat.CSV.extension());
    }

    static byte[] write(Table table, TableFormat format) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = TableWriter.open(format, bytes, table.title())) {
            for (String line : table.about()) {
                writer.note(line);
            }
            writer.headings(table.columns());
            for (List<String> row : table.rows()) {
                writer.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ResponseEntity<byte[]> of(byte[] file, String name, String ending) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        TableFormat.of(ending).orElseThrow().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
                .body(file);
    }
}
