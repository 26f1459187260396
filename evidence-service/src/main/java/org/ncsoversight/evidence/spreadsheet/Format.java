package org.ncsoversight.evidence.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** The two kinds of file a table can be. */
public enum Format {
    CSV("text/csv;charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As a file name ends, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    public static Optional<Format> of(String extension) {
        return switch (extension.toLowerCase(Locale.ROOT)) {
            case "csv" -> Optional.of(CSV);
            case "xlsx" -> Optional.of(XLSX);
            default -> Optional.empty();
        };
    }

    /** Starts a file; nothing is complete before the writer is closed. */
    TableWriter open(OutputStream out, String title) throws IOException {
        return switch (this) {
            case CSV -> new CsvWriter(out);
            case XLSX -> new XlsxWriter(out, title);
        };
    }
}
