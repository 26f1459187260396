package org.ncsoversight.evidence.spreadsheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.presenting.Attachment;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.TableWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers a request with a list as a file. The file is complete on disk before its first byte leaves, so that a failure
 * on the way is an error message and never a file that only looks complete.
 */
@Component
public class Export {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final ExportLimits limits;
    private final Clock clock;

    public Export(ExportLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Sends the whole list, or refuses one that is longer than the limit.
     *
     * @param extension csv or xlsx, as in the URL
     * @param rows the whole list, not only the page on the screen; read once
     */
    public <T> void answer(HttpServletResponse response, String extension, Spreadsheet<T> spreadsheet, Iterable<T> rows)
            throws IOException {
        var format = TableFormat.of(extension)
                .orElseThrow(() ->
                        Problem.of(HttpStatus.NOT_FOUND, "format-unknown", "Lists can be exported as csv or xlsx"));
        Path file = Files.createTempFile("export-", "." + format.extension());
        try {
            write(file, format, spreadsheet, rows);
            response.setContentType(format.mediaType());
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(spreadsheet.title(), format));
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Sends an empty table to be filled in: its headings, and rows that show how. */
    public void template(
            HttpServletResponse response,
            String extension,
            String title,
            List<String> headings,
            List<List<String>> rows)
            throws IOException {
        var format = TableFormat.of(extension).orElseThrow();
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, Attachment.named("%s.%s".formatted(title, format.extension())));
        try (var table = TableWriter.open(format, response.getOutputStream(), title)) {
            table.headings(headings);
            for (List<String> row : rows) {
                table.row(row);
            }
        }
    }

    private <T> void write(Path file, TableFormat format, Spreadsheet<T> spreadsheet, Iterable<T> rows)
            throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var table = TableWriter.open(format, out, spreadsheet.title())) {
            table.above(List.of(spreadsheet.title()));
            for (var setting : settings(spreadsheet)) {
                table.above(List.of(setting.name(), setting.value()));
            }
            table.above(List.of());
            table.headings(spreadsheet.columns().stream()
                    .map(Spreadsheet.Column::heading)
                    .toList());
            int count = 0;
            for (T row : rows) {
                count++;
                if (count > limits.rows()) {
                    throw tooMany();
                }
                table.row(cells(spreadsheet, row));
            }
        }
    }

    private static <T> List<@Nullable Object> cells(Spreadsheet<T> spreadsheet, T row) {
        var cells = new ArrayList<@Nullable Object>();
        for (var column : spreadsheet.columns()) {
            cells.add(column.cell().apply(row));
        }
        return Collections.unmodifiableList(cells);
    }

    private List<Spreadsheet.Setting> settings(Spreadsheet<?> spreadsheet) {
        var settings = new ArrayList<Spreadsheet.Setting>();
        settings.add(new Spreadsheet.Setting("Exported at", clock.instant().toString()));
        if (spreadsheet.filter().isEmpty()) {
            settings.add(new Spreadsheet.Setting("Filter", "none"));
        }
        settings.addAll(spreadsheet.filter());
        return settings;
    }

    private Problem tooMany() {
        return Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "export-too-long",
                "This list has more than %,d rows. Narrow the filter and export again".formatted(limits.rows()));
    }

    private String disposition(String title, TableFormat format) {
        var day = LocalDate.ofInstant(clock.instant(), ENGLAND);
        return Attachment.named("%s %s.%s".formatted(title, day, format.extension()));
    }
}
