package org.ncsoversight.evidence.exchange.importing;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.store.ImportReport;
import org.ncsoversight.evidence.exchange.store.ImportStore;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.spreadsheet.Export;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet;
import org.ncsoversight.evidence.spreadsheet.Spreadsheet.Column;
import org.ncsoversight.evidence.underway.ImportRuns;
import org.ncsoversight.evidence.underway.RunImports;
import org.ncsoversight.tables.BadRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Importing items for people: what the columns are, the form, what became of the rows. */
@Controller
class ImportItemsPage {

    private static final String PATH = "/evidence/imports";

    /** How imports are done, and told of while they are. */
    @Component
    record Doing(ImportItems importItems, RunImports runs, ImportRuns told) {}

    private final Doing doing;
    private final ImportStore imports;
    private final ImportLimits limits;
    private final Export export;

    ImportItemsPage(Doing doing, ImportStore imports, ImportLimits limits, Export export) {
        this.doing = doing;
        this.imports = imports;
        this.limits = limits;
        this.export = export;
    }

    @GetMapping(PATH + "/new")
    ModelAndView form(Caller caller) {
        return page(HttpStatus.OK, caller, "", "", List.of());
    }

    @GetMapping(PATH + "/template.{extension:csv|xlsx}")
    void template(@PathVariable String extension, HttpServletResponse response) throws IOException {
        var example =
                Arrays.stream(ImportColumn.values()).map(ImportColumn::example).toList();
        export.template(response, extension, "evidence-import", ImportColumn.headings(), List.of(example));
    }

    @PostMapping(PATH + "/new")
    Object run(
            Caller caller,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(required = false) @Nullable MultipartFile table,
            @RequestParam(required = false) @Nullable MultipartFile files)
            throws IOException {
        var errors = new ArrayList<FieldError>();
        if (!List.of("all", "good-rows").contains(mode)) {
            errors.add(new FieldError("mode", "mode-missing", "Select what to do if rows are wrong"));
        }
        if (!List.of("drafts", "submitted").contains(as)) {
            errors.add(new FieldError("as", "as-missing", "Select what good rows become"));
        }
        if (!errors.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, caller, mode, as, errors);
        }
        boolean submit = as.equals("submitted");
        ImportItemsApi.requireLead(caller, submit);
        var command = new ImportItems.Command(
                caller,
                ImportItemsApi.received(table),
                ImportItemsApi.received(files),
                mode.equals("good-rows"),
                submit);
        try {
            return switch (doing.runs().run(caller, ImportItemsApi.work(doing.importItems(), command, limits))) {
                case RunImports.Waited.Ended<ImportItems.Result>(var result) -> ended(caller, mode, as, result);
                case RunImports.Waited.UnderWay<ImportItems.Result>(var run) -> ImportRuns.lookAt(PATH, run);
            };
        } catch (FileRefused e) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, caller, mode, as, List.of(e.error()));
        }
    }

    private Object ended(Caller caller, String mode, String as, ImportItems.Result result) {
        return switch (result) {
            case ImportItems.Result.Imported(var report) -> seeOther(report);
            case ImportItems.Result.NothingNew(var report) -> seeOther(report);
            case ImportItems.Result.RowsRefused(var report) -> seeOther(report);
            case ImportItems.Result.FileRefused(var refused) ->
                page(HttpStatus.UNPROCESSABLE_CONTENT, caller, mode, as, refused);
        };
    }

    @GetMapping(PATH + "/{id}")
    Object show(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        return imports.find(id, caller.own())
                .<Object>map(report -> new ModelAndView("exchange/importing/import").addObject("report", report))
                .or(() -> doing.told().page(caller, id, response))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    @GetMapping({PATH + "/{id}/errors.{extension:csv|xlsx}", "/api/evidence/imports/{id}/errors.{extension:csv|xlsx}"})
    void errors(Caller caller, @PathVariable UUID id, @PathVariable String extension, HttpServletResponse response)
            throws IOException {
        ImportReport report = find(caller, id);
        var sheet = new Spreadsheet<BadRow>(
                "Rows that were not imported",
                List.of(new Spreadsheet.Setting("Table", report.fileName())),
                List.of(
                        new Column<>("row", BadRow::row),
                        new Column<>("column", BadRow::column),
                        new Column<>("code", BadRow::code),
                        new Column<>("message", BadRow::message)));
        export.answer(response, extension, sheet, report.badRows());
    }

    private ImportReport find(Caller caller, UUID id) {
        return imports.find(id, caller.own()).orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private ModelAndView page(HttpStatus status, Caller caller, String mode, String as, List<FieldError> errors) {
        var page = new ModelAndView("exchange/importing/new-import");
        page.setStatus(status);
        page.addObject("columns", List.of(ImportColumn.values()));
        page.addObject("limits", limits);
        page.addObject("mode", mode);
        page.addObject("as", as);
        page.addObject("maySubmit", caller.may(Capability.SUBMIT));
        page.addObject("errors", new FieldErrors(errors));
        return page;
    }

    private static ResponseEntity<Void> seeOther(ImportReport report) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "/" + report.id()))
                .build();
    }
}
