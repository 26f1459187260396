package org.ncsoversight.evidence.exchange.importing;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.exchange.store.ImportReport;
import org.ncsoversight.evidence.exchange.store.ImportStore;
import org.ncsoversight.evidence.files.ReceivedFile;
import org.ncsoversight.evidence.files.Uploads;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.underway.ImportRuns;
import org.ncsoversight.evidence.underway.RunImports;
import org.ncsoversight.tables.BadRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Importing items for programs. */
@RestController
class ImportItemsApi {

    private static final String PATH = "/api/evidence/imports";

    /** What became of the rows; imported says whether good rows were taken. */
    record Body(
            String id,
            String as,
            int rows,
            int created,
            int unchanged,
            long rejected,
            List<Item> items,
            List<BadRow> badRows,
            String delimiter,
            String encoding,
            String sheet,
            List<String> ignoredColumns,
            List<String> warnings) {

        static Body of(ImportReport report) {
            return new Body(
                    report.id().toString(),
                    report.submitted() ? "submitted" : "drafts",
                    report.rows(),
                    report.created().size(),
                    report.unchanged(),
                    report.rejected(),
                    report.created().stream()
                            .map(item -> new Item(item.row(), item.evidence().toString()))
                            .toList(),
                    report.badRows(),
                    report.readAs().delimiter(),
                    report.readAs().encoding(),
                    report.readAs().sheet(),
                    report.readAs().ignoredColumns(),
                    report.readAs().warnings());
        }
    }

    record Item(int row, String evidence) {}

    private final ImportItems importItems;
    private final ImportStore imports;
    private final ImportLimits limits;
    private final RunImports runs;
    private final ImportRuns told;

    ImportItemsApi(
            ImportItems importItems, ImportStore imports, ImportLimits limits, RunImports runs, ImportRuns told) {
        this.importItems = importItems;
        this.imports = imports;
        this.limits = limits;
        this.runs = runs;
        this.told = told;
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> run(
            Caller caller,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam(defaultValue = "drafts") String as,
            @RequestParam(required = false) @Nullable MultipartFile table,
            @RequestParam(required = false) @Nullable MultipartFile files)
            throws IOException {
        if (!List.of("all", "good-rows").contains(mode)
                || !List.of("drafts", "submitted").contains(as)) {
            throw Problem.invalid(List.of(new FieldError(
                    "mode", "mode-unknown", "Mode must be all or good-rows, as must be drafts or submitted")));
        }
        boolean submit = as.equals("submitted");
        requireLead(caller, submit);
        var command =
                new ImportItems.Command(caller, received(table), received(files), mode.equals("good-rows"), submit);
        try {
            return switch (runs.run(caller, work(importItems, command, limits))) {
                case RunImports.Waited.Ended<ImportItems.Result>(var result) -> answer(result);
                case RunImports.Waited.UnderWay<ImportItems.Result>(var run) -> told.accepted(run);
            };
        } catch (FileRefused e) {
            throw Problem.invalid(List.of(e.error()));
        }
    }

    static RunImports.Work<ImportItems.Result> work(
            ImportItems importItems, ImportItems.Command command, ImportLimits limits) throws IOException, FileRefused {
        var folder = ImportFolder.of(command.table(), command.zip(), limits);
        return new RunImports.Work<>(
                "items", folder, progress -> importItems.run(command, folder, progress), ImportItemsApi::answer);
    }

    private static ResponseEntity<?> answer(ImportItems.Result result) {
        return switch (result) {
            case ImportItems.Result.Imported(var report) ->
                ResponseEntity.created(place(report)).body(Body.of(report));
            case ImportItems.Result.NothingNew(var report) ->
                ResponseEntity.ok().location(place(report)).body(Body.of(report));
            case ImportItems.Result.RowsRefused(var report) ->
                ResponseEntity.unprocessableContent().location(place(report)).body(Body.of(report));
            case ImportItems.Result.FileRefused(var errors) -> throw Problem.invalid(errors);
        };
    }

    private static URI place(ImportReport report) {
        return URI.create(PATH + "/" + report.id());
    }

    /** What became of a table, or how far an import of any kind is that is still under way. */
    @GetMapping(PATH + "/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable UUID id) {
        return imports.find(id, caller.own())
                .<ResponseEntity<?>>map(report -> ResponseEntity.ok(Body.of(report)))
                .or(() -> told.told(caller, id))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    static void requireLead(Caller caller, boolean submit) {
        if (submit && !caller.may(Capability.SUBMIT)) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN, "not-allowed", "Only somebody who may submit can import as submitted");
        }
    }

    static @Nullable ReceivedFile received(@Nullable MultipartFile part) {
        return part == null
                ? null
                : Uploads.received(List.of(part)).stream().findFirst().orElse(null);
    }
}
