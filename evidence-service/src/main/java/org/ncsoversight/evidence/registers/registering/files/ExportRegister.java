package org.ncsoversight.evidence.registers.registering.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ncsoversight.evidence.presenting.WhoseProvider;
import org.ncsoversight.evidence.presenting.Words;
import org.ncsoversight.evidence.registers.model.Column;
import org.ncsoversight.evidence.registers.registering.ListRows;
import org.ncsoversight.evidence.registers.registering.RegisterView;
import org.ncsoversight.evidence.registers.registering.RowQuery;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.standard.KnownProviders;
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

    @GetMapping({"/evidence/registers/{register}/export.csv", "/api/evidence/registers/{register}/export.csv"})
    void csv(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        var view = view(caller, register, provider);
        var query = RowQuery.of(view, asked);
        send(response, "text/csv;charset=UTF-8", fileName(view, "csv"));
        var rows = rows(view, query, caller, Column::code);
        CsvRows.write(notes(view, query), rows, response.getOutputStream());
    }

    @GetMapping({"/evidence/registers/{register}/export.xlsx", "/api/evidence/registers/{register}/export.xlsx"})
    void xlsx(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String provider,
            @RequestParam MultiValueMap<String, String> asked,
            HttpServletResponse response)
            throws IOException {
        var view = view(caller, register, provider);
        var query = RowQuery.of(view, asked);
        send(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", fileName(view, "xlsx"));
        var rows = rows(view, query, caller, Column::title);
        XlsxRows.write(notes(view, query), view.columns(), rows, response.getOutputStream());
    }

    private List<List<String>> rows(
            RegisterView view, RowQuery query, Caller caller, Function<Column, String> heading) {
        var rows = new ArrayList<List<String>>();
        var headings = new ArrayList<String>(List.of(RowFile.ROW_ID));
        view.columns().forEach(column -> headings.add(heading.apply(column)));
        rows.add(headings);
        for (var row : listRows.all(query, caller.visible())) {
            var cells = new ArrayList<String>(List.of(row.id().toString()));
            view.columns().forEach(column -> cells.add(row.cells().text(column.code())));
            rows.add(cells);
        }
        return rows;
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
