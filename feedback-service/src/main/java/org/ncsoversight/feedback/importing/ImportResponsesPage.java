package org.ncsoversight.feedback.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.feedback.importing.ImportResponses.Command;
import org.ncsoversight.feedback.importing.ImportResponses.Result;
import org.ncsoversight.feedback.importing.ImportedFile.Mode;
import org.ncsoversight.feedback.importing.ImportedFile.State;
import org.ncsoversight.feedback.security.Caller;
import org.ncsoversight.tables.BadRow;
import org.ncsoversight.tables.TableFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The import for people. */
@Controller
@RequestMapping("/feedback/imports")
class ImportResponsesPage {

    private final ImportResponses importResponses;
    private final ImportStore imports;
    private final ImportLimits limits;

    ImportResponsesPage(ImportResponses importResponses, ImportStore imports, ImportLimits limits) {
        this.importResponses = importResponses;
        this.imports = imports;
        this.limits = limits;
    }

    @GetMapping("/new")
    ModelAndView form() {
        return form(HttpStatus.OK, "", Map.of());
    }

    @PostMapping("/new")
    ModelAndView take(
            Caller caller,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var chosen = modeOf(mode);
        var errors = new LinkedHashMap<String, String>();
        if (file == null || file.isEmpty()) {
            errors.put("file", "Select a CSV file or an Excel workbook with responses");
        }
        if (chosen.isEmpty()) {
            errors.put("mode", "Select what to do if rows are wrong");
        }
        if (file == null || chosen.isEmpty() || !errors.isEmpty()) {
            return form(HttpStatus.UNPROCESSABLE_CONTENT, mode, errors);
        }
        try (InputStream content = file.getInputStream()) {
            return answer(importResponses.run(new Command(caller, chosen.get(), content)), mode);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(Caller caller, @PathVariable String id) {
        return ImportId.of(id)
                .flatMap(known -> imports.find(known, caller.importsFor()))
                .map(this::page)
                .orElseThrow(Problem::notFound);
    }

    @GetMapping("/{id}/errors.csv")
    ResponseEntity<String> errors(Caller caller, @PathVariable String id) {
        return ImportId.of(id)
                .flatMap(known -> imports.find(known, caller.importsFor()))
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(TableFormat.CSV.mediaType()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"errors.csv\"")
                        .body(BadRow.csv(found.badRows())))
                .orElseThrow(Problem::notFound);
    }

    private static ModelAndView answer(Result result, String mode) {
        return switch (result) {
            case Result.Recorded(var file) -> redirectTo(file);
            case Result.Accepted(var file, var _) -> redirectTo(file);
            case Result.AlreadyRecorded(var file) -> redirectTo(file);
            case Result.RowsRefused(var file) -> redirectTo(file);
            case Result.FileRefused(var refusal) ->
                form(HttpStatus.UNPROCESSABLE_CONTENT, mode, Map.of("file", refusal.sentence()));
            case Result.Busy() ->
                form(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        mode,
                        Map.of("file", "Other imports are running. Try again in a few seconds"));
        };
    }

    private static ModelAndView redirectTo(ImportedFile file) {
        var redirect =
                new ModelAndView("redirect:/feedback/imports/" + file.id().value());
        redirect.setStatus(HttpStatus.SEE_OTHER);
        return redirect;
    }

    private ModelAndView page(ImportedFile file) {
        return new ModelAndView("importing/import")
                .addObject("file", file)
                .addObject("refused", file.state() == State.REFUSED)
                .addObject("readAs", file.readAs().sentence())
                .addObject("remarks", file.readAs().remarks())
                .addObject("underWay", file.state() == State.COMMITTED)
                .addObject(
                        "badRows",
                        file.badRows().stream().limit(limits.faultsListed()).toList());
    }

    private static ModelAndView form(HttpStatus status, String mode, Map<String, String> errors) {
        var page =
                new ModelAndView("importing/new-import").addObject("mode", mode).addObject("errors", errors);
        page.setStatus(status);
        return page;
    }

    private static Optional<Mode> modeOf(String text) {
        return switch (text) {
            case "all" -> Optional.of(Mode.ALL);
            case "good-rows" -> Optional.of(Mode.GOOD_ROWS);
            default -> Optional.empty();
        };
    }
}
