package org.ncsoversight.feedback.importing;

import static org.ncsoversight.feedback.refusing.Refusals.notFound;
import static org.ncsoversight.feedback.refusing.Refusals.problem;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.ncsoversight.apidocs.Refuses;
import org.ncsoversight.apidocs.Returns;
import org.ncsoversight.apidocs.Takes;
import org.ncsoversight.feedback.file.FileFault;
import org.ncsoversight.feedback.importing.ImportResponses.Command;
import org.ncsoversight.feedback.importing.ImportResponses.Result;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.security.Caller;
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
@RequestMapping("/api/feedback/imports")
class ImportResponsesApi {

    private final ImportResponses importResponses;
    private final ImportStore imports;
    private final ImportLimits limits;

    ImportResponsesApi(ImportResponses importResponses, ImportStore imports, ImportLimits limits) {
        this.importResponses = importResponses;
        this.imports = imports;
        this.limits = limits;
    }

    @Operation(
            summary = "Imports a file of survey responses",
            description =
                    "The same file again changes nothing and is answered with the first import. What takes longer than"
                            + " 3 seconds is answered with 202 and goes on. A response with one bad row is bad as a"
                            + " whole.")
    @Takes(
            value = "text/csv",
            description = "CSV in UTF-8, up to 25 MB and 100,000 rows; one row for each answer, columns in any order.",
            example = "survey_id,wave,touchpoint_id,subcontractor_ukprn,channel,response_id,responded_on,question_code,"
                    + "answer_code,weight\n"
                    + "autumn,2026-10,0000000942,,2,17,2026-10-14,overall_satisfaction,5,1\n")
    @Returns(
            value = ImportAnswer.class,
            status = {200, 201, 202})
    @Refuses(status = 400, value = "unknown-mode")
    @Refuses(status = 413, value = "file-too-large")
    @Refuses(status = 422, value = "bad-rows", each = FileFault.class)
    @Refuses(status = 503, value = "busy")
    @PostMapping(consumes = "text/csv")
    ResponseEntity<?> takeBody(
            Caller caller, @RequestParam(defaultValue = "all") String mode, HttpServletRequest request)
            throws IOException {
        return take(caller, mode, request.getInputStream());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> takePart(
            Caller caller, @RequestParam(defaultValue = "all") String mode, @RequestPart MultipartFile file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return take(caller, mode, content);
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

    @Operation(
            summary = "The bad rows of an import as a file",
            description = "Up to 5,000 faults of one file are kept.")
    @Returns(
            value = String.class,
            type = "text/csv",
            example = "row,column,code,message\n2,wave,missing,Enter a value\n")
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

    private ResponseEntity<?> take(Caller caller, String mode, InputStream file) throws IOException {
        return switch (mode) {
            case "all" -> answer(importResponses.run(new Command(caller, Mode.ALL, file)));
            case "good-rows" -> answer(importResponses.run(new Command(caller, Mode.GOOD_ROWS, file)));
            default ->
                ResponseEntity.of(problem(HttpStatus.BAD_REQUEST, "unknown-mode", "The mode is all or good-rows"))
                        .build();
        };
    }

    private ResponseEntity<?> answer(Result result) {
        return switch (result) {
            case Result.Recorded(var file) ->
                ResponseEntity.created(
                                URI.create("/api/feedback/imports/" + file.id().value()))
                        .body(ImportAnswer.of(file, limits.faultsListed()));
            case Result.Accepted(var file, var _) ->
                ResponseEntity.accepted()
                        .location(
                                URI.create("/api/feedback/imports/" + file.id().value()))
                        .body(ImportAnswer.of(file, limits.faultsListed()));
            case Result.AlreadyRecorded(var file) -> ResponseEntity.ok(ImportAnswer.of(file, limits.faultsListed()));
            case Result.RowsRefused(var file) -> rowsRefused(file);
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

    private static ResponseEntity<?> fileRefused(FileFault fault) {
        var status =
                fault == FileFault.FILE_TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
        return ResponseEntity.of(problem(status, fault.code(), fault.message())).build();
    }
}
