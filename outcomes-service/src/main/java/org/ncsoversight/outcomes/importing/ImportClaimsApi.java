package org.ncsoversight.outcomes.importing;

import static org.ncsoversight.outcomes.refusing.Refusals.notFound;
import static org.ncsoversight.outcomes.refusing.Refusals.problem;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.apidocs.Takes;
import org.ncsoversight.outcomes.file.FileFault;
import org.ncsoversight.outcomes.importing.ImportClaims.Command;
import org.ncsoversight.outcomes.importing.ImportClaims.Result;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.security.Caller;
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

    static final String UNKNOWN_TOUCHPOINT = "There is no such touchpoint";

    private final ImportClaims importClaims;
    private final ImportStore imports;
    private final ImportLimits limits;

    ImportClaimsApi(ImportClaims importClaims, ImportStore imports, ImportLimits limits) {
        this.importClaims = importClaims;
        this.imports = imports;
        this.limits = limits;
    }

    @Operation(
            summary = "Imports a file of outcome claims of one touchpoint",
            description = "The same file again changes nothing and is answered with the first import. What takes longer"
                    + " than 3 seconds is answered with 202 and goes on. Clients are pseudonymised on the way in.")
    @Takes(
            value = "text/csv",
            description = "CSV in UTF-8 with the columns of the department's data entry, in any order.",
            example = """
                    CustomerID,DateOfBirth,HomePostCode,ActionPlanId,SessionDate,SubContractorId,AdviserName,OutcomeId,\
                    OutcomeType,OutcomeEffectiveDate,OutcomePriorityCustomer
                    c-17,1990-05-04,,plan-17,2026-09-01,,,outcome-17,1,2026-10-14,1
                    """)
    @Returns(
            value = ImportAnswer.class,
            status = {200, 201, 202})
    @Refuses(status = 400, value = "unknown-mode")
    @Refuses(status = 413, value = "file-too-large")
    @Refuses(
            status = 422,
            value = {"bad-rows", "unknown-touchpoint"},
            each = FileFault.class)
    @Refuses(status = 503, value = "busy")
    @PostMapping(consumes = "text/csv")
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

    @Operation(summary = "How far an import is, and what was wrong with it")
    @Returns(ImportAnswer.class)
    @GetMapping("/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable String id) {
        var found = ImportId.of(id).flatMap(known -> imports.find(known, caller.importsFor()));
        return found.isPresent()
                ? ResponseEntity.ok(ImportAnswer.of(found.get(), limits.faultsListed()))
                : ResponseEntity.of(notFound()).build();
    }

    @Operation(summary = "The bad rows of an import as a file")
    @Returns(
            value = String.class,
            type = "text/csv",
            example = "row,column,code,message\n2,OutcomeType,missing,Enter a value\n")
    @GetMapping("/{id}/errors.csv")
    ResponseEntity<?> errors(Caller caller, @PathVariable String id) {
        var found = ImportId.of(id).flatMap(known -> imports.find(known, caller.importsFor()));
        return found.isPresent()
                ? ResponseEntity.ok()
                        .contentType(BadRowsCsv.TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, BadRowsCsv.DISPOSITION)
                        .body(BadRowsCsv.of(found.get().badRows()))
                : ResponseEntity.of(notFound()).build();
    }

    private ResponseEntity<?> take(Caller caller, String touchpoint, String mode, InputStream file) throws IOException {
        return switch (mode) {
            case "all" -> answer(importClaims.run(new Command(caller, touchpoint, Mode.ALL, file)));
            case "good-rows" -> answer(importClaims.run(new Command(caller, touchpoint, Mode.GOOD_ROWS, file)));
            default ->
                ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, "unknown-mode", "The mode is all or good-rows"))
                        .build();
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
            case Result.FileRefused(var fault) -> fileRefused(fault);
            case Result.Busy() ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, "5")
                        .body(problem(
                                HttpStatus.SERVICE_UNAVAILABLE, "busy", "Other imports are running; try again soon"));
        };
    }

    private ResponseEntity<?> rowsRefused(ImportedFile file) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "bad-rows", "Rows of the file are wrong; nothing was imported");
        problem.setProperty("import", file.id().value());
        problem.setProperty("total", file.faults());
        problem.setProperty(
                "rows", file.badRows().stream().limit(limits.faultsListed()).toList());
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<?> unknownTouchpoint() {
        String code = "unknown-touchpoint";
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, code, UNKNOWN_TOUCHPOINT);
        problem.setProperty(
                "errors", List.of(Map.of("field", "touchpoint", "code", code, "message", UNKNOWN_TOUCHPOINT)));
        return ResponseEntity.of(problem).build();
    }

    private static ResponseEntity<?> fileRefused(FileFault fault) {
        var status =
                fault == FileFault.FILE_TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.of(problem(status, fault.code(), fault.message())).build();
    }
}
