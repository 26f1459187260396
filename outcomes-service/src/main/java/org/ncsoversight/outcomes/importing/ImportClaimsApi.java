package org.ncsoversight.outcomes.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.outcomes.importing.ImportClaims.Command;
import org.ncsoversight.outcomes.importing.ImportClaims.Result;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.security.Caller;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableFormat;
import org.ncsoversight.tables.workbook.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The import for machines. */
@RestController
@RequestMapping("/api/outcomes/imports")
class ImportClaimsApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final Duration SOON = Duration.ofSeconds(5);

    static final String UNKNOWN_TOUCHPOINT = "There is no such touchpoint";

    private final ImportClaims importClaims;
    private final ImportStore imports;
    private final ImportLimits limits;

    ImportClaimsApi(ImportClaims importClaims, ImportStore imports, ImportLimits limits) {
        this.importClaims = importClaims;
        this.imports = imports;
        this.limits = limits;
    }

    @PostMapping(consumes = {"text/csv", XLSX})
    ResponseEntity<?> takeBody(
            Caller caller,
            @RequestParam(defaultValue = "") String touchpoint,
            @RequestParam(defaultValue = "all") String mode,
            HttpServletRequest request)
            throws IOException {
        return take(caller, touchpoint, mode, request.getInputStream());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takePart(
            Caller caller,
            @RequestParam(defaultValue = "") String touchpoint,
            @RequestParam(defaultValue = "all") String mode,
            @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return take(caller, touchpoint, mode, content);
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable String id) {
        var found = ImportId.of(id).flatMap(known -> imports.find(known, caller.importsFor()));
        return found.isPresent()
                ? ResponseEntity.ok(ImportAnswer.of(found.get(), limits.faultsListed()))
                : Problem.notFound().answer();
    }

    @GetMapping("/{id}/errors.csv")
    ResponseEntity<?> errors(Caller caller, @PathVariable String id) {
        var found = ImportId.of(id).flatMap(known -> imports.find(known, caller.importsFor()));
        return found.isPresent()
                ? ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(TableFormat.CSV.mediaType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                        .body(BadRow.csv(found.get().badRows()))
                : Problem.notFound().answer();
    }

    private ResponseEntity<?> take(Caller caller, String touchpoint, String mode, InputStream file) throws IOException {
        return switch (mode) {
            case "all" -> answer(importClaims.run(new Command(caller, touchpoint, Mode.ALL, file)));
            case "good-rows" -> answer(importClaims.run(new Command(caller, touchpoint, Mode.GOOD_ROWS, file)));
            default ->
                Problem.of(HttpStatus.BAD_REQUEST, "unknown-mode", "The mode is all or good-rows")
                        .answer();
        };
    }

    private ResponseEntity<?> answer(Result result) {
        return switch (result) {
            case Result.Recorded(var file) ->
                ResponseEntity.created(
                                URI.create("/api/outcomes/imports/" + file.id().value()))
                        .body(ImportAnswer.of(file, limits.faultsListed()));
            case Result.Accepted(var file, var _) ->
                ResponseEntity.accepted()
                        .location(
                                URI.create("/api/outcomes/imports/" + file.id().value()))
                        .body(ImportAnswer.of(file, limits.faultsListed()));
            case Result.AlreadyRecorded(var file) -> ResponseEntity.ok(ImportAnswer.of(file, limits.faultsListed()));
            case Result.RowsRefused(var file) -> rowsRefused(file);
            case Result.UnknownTouchpoint() -> unknownTouchpoint();
            case Result.FileRefused(var refusal) -> fileRefused(refusal);
            case Result.Busy() ->
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Other imports are running; try again soon")
                        .retryAfter(SOON)
                        .answer();
        };
    }

    private ResponseEntity<?> rowsRefused(ImportedFile file) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "bad-rows",
                        "Rows of the file are wrong; nothing was imported")
                .with("import", file.id().value())
                .with("total", file.faults())
                .with(
                        "rows",
                        file.badRows().stream().limit(limits.faultsListed()).toList())
                .answer();
    }

    private static ResponseEntity<?> unknownTouchpoint() {
        String code = "unknown-touchpoint";
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, UNKNOWN_TOUCHPOINT)
                .with("errors", List.of(new FieldError("touchpoint", code, UNKNOWN_TOUCHPOINT)))
                .answer();
    }

    private static ResponseEntity<?> fileRefused(Refusal refusal) {
        var status = refusal.code().equals("file-too-large")
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Problem.of(status, refusal.code(), refusal.sentence()).answer();
    }
}
