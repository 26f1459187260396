package org.ncsoversight.criteria.tables;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A table as a file to be kept. */
public final class Downloads {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Downloads() {}

    /** The ending is csv or xlsx. */
    public static ResponseEntity<byte[]> of(Table table, String name, String ending) {
        boolean csv = ending.equals("csv");
        return ResponseEntity.ok()
                .contentType(csv ? CSV : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"")
                .body(csv ? CsvFile.write(table) : Spreadsheet.write(table));
    }
}
