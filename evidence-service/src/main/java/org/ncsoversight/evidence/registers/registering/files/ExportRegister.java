package org.ncsoversight.evidence.registers.registering.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.model.Row;
import org.ncsoversight.evidence.registers.registering.ListRows;
import org.ncsoversight.evidence.registers.registering.RegisterView;
import org.ncsoversight.evidence.registers.registering.RowQuery;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownProviders;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.TableWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends the rows on the screen as a file, with the filter written in it; taken in again it changes nothing. */
@Controller
class ExportRegister {

    private final ListRows listRows;
    private final KnownProviders providers;
    private final Words words;
    private final Clock clock;

    ExportRegister(ListRows listRows, KnownProviders providers, Words words, Clock clock) {
        this.listRows = listRows;
        this.providers = providers;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping({
        "/evidence/registers/{register}/export.{ending:csv|xlsx}",
        "/api/evidence/registers/{register}/export.{ending:csv|xlsx}"
    })
    void export(
            Caller caller,
            @PathVariable String register,
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        var view = view(caller, register, provider);
        var query = RowQuery.of(view, asked);
        var format = TableFormat.of(ending).orElseThrow();
        send(response, format.mediaType(), fileName(view, ending));
        try (var table = TableWriter.open(format, response.getOutputStream(), "Rows")) {
            for (String note : notes(view, query)) {
                table.note(note);
            }
            table.headings(headings(view.columns(), format));
            for (var row : listRows.all(query, caller.visible())) {
                table.row(cells(row, view.columns()));
            }
        }
    }

    /** Programs know columns by their codes, people by their titles. */
    static List<String> headings(List<Column> columns, TableFormat format) {
        var headings = new ArrayList<String>(List.of(RowFile.ROW_ID));
        columns.forEach(column -> headings.add(format == TableFormat.CSV ? column.code() : column.title()));
        return headings;
    }

    static List<Object> cells(Row row, List<Column> columns) {
        var cells = new ArrayList<Object>(List.of(row.id().toString()));
        for (Column column : columns) {
            String text = row.cells().text(column.code());
            if (column.isDay() && !text.isEmpty()) {
                cells.add(LocalDate.parse(text));
            } else if (column.isNumber() && !text.isEmpty()) {
                cells.add(new BigDecimal(text));
            } else {
                cells.add(text);
            }
        }
        return cells;
    }

    private List<String> notes(RegisterView view, RowQuery query) {
        return List.of(
                "%s of %s (UKPRN %s)"
                        .formatted(view.register().title(), providers.nameOf(view.provider()), view.provider()),
                "Filter: " + query.inWords(),
                "As of " + words.time(clock.instant()));
    }

    private static String fileName(RegisterView view, String ending) {
        return "%s-%s.%s".formatted(view.register().code(), view.provider(), ending);
    }

    private static void send(HttpServletResponse response, String type, String fileName) {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
    }

    private static RegisterView view(Caller caller, String register, String provider) {
        return RegisterView.of(RegisterView.register(register), WhoseProvider.orRefuse(caller, provider), caller);
    }
}
