package org.ncsoversight.evidence.importing;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.intake.ReceivedFile;
import org.ncsoversight.evidence.intake.Uploads;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.model.ImportReport;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.security.Capability;
import org.ncsoversight.evidence.store.ImportStore;
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
            List<ImportReport.BadRow> badRows) {

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
                    report.badRows());
        }
    }

    record Item(int row, String evidence) {}

    private final ImportItems importItems;
    private final ImportStore imports;

    ImportItemsApi(ImportItems importItems, ImportStore imports) {
        this.importItems = importItems;
        this.imports = imports;
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Body> run(
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
        return switch (importItems.run(command)) {
            case ImportItems.Result.Imported(var report) ->
                ResponseEntity.created(URI.create(PATH + "/" + report.id())).body(Body.of(report));
            case ImportItems.Result.NothingNew(var report) -> ResponseEntity.ok(Body.of(report));
            case ImportItems.Result.RowsRefused(var report) ->
                ResponseEntity.unprocessableContent().body(Body.of(report));
            case ImportItems.Result.FileRefused(var errors) -> throw Problem.invalid(errors);
        };
    }

    @GetMapping(PATH + "/{id}")
    Body show(Caller caller, @PathVariable UUID id) {
        return imports.find(id, caller.own()).map(Body::of).orElseThrow(() -> Problem.notFound(id.toString()));
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
