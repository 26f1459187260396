package org.ncsoversight.outcomes.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.outcomes.importing.ImportClaims.Command;
import org.ncsoversight.outcomes.importing.ImportClaims.Result;
import org.ncsoversight.outcomes.importing.ImportedFile.Mode;
import org.ncsoversight.outcomes.importing.ImportedFile.State;
import org.ncsoversight.outcomes.model.ProviderRegister;
import org.ncsoversight.outcomes.security.Caller;
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
@RequestMapping("/outcomes/imports")
class ImportClaimsPage {

    /** What somebody chose before something was found wrong. */
    record Typed(String touchpoint, String mode) {}

    private final ImportClaims importClaims;
    private final ImportStore imports;
    private final ImportLimits limits;
    private final ProviderRegister register;

    ImportClaimsPage(ImportClaims importClaims, ImportStore imports, ImportLimits limits, ProviderRegister register) {
        this.importClaims = importClaims;
        this.imports = imports;
        this.limits = limits;
        this.register = register;
    }

    @GetMapping("/new")
    ModelAndView form(Caller caller) {
        return form(caller, HttpStatus.OK, new Typed("", ""), Map.of());
    }

    @PostMapping("/new")
    ModelAndView take(
            Caller caller,
            @RequestParam(defaultValue = "") String touchpoint,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var typed = new Typed(touchpoint, mode);
        var chosen = modeOf(mode);
        var errors = new LinkedHashMap<String, String>();
        if (touchpoint.isEmpty()) {
            errors.put("touchpoint", "Select an area");
        }
        if (file == null || file.isEmpty()) {
            errors.put("file", "Select a CSV file or an Excel workbook with claims");
        }
        if (chosen.isEmpty()) {
            errors.put("mode", "Select what to do if rows are wrong");
        }
        if (file == null || chosen.isEmpty() || !errors.isEmpty()) {
            return form(caller, HttpStatus.UNPROCESSABLE_CONTENT, typed, errors);
        }
        try (InputStream content = file.getInputStream()) {
            return answer(caller, importClaims.run(new Command(caller, touchpoint, chosen.get(), content)), typed);
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

    private ModelAndView answer(Caller caller, Result result, Typed typed) {
        return switch (result) {
            case Result.Recorded(var file) -> redirectTo(file);
            case Result.Accepted(var file, var _) -> redirectTo(file);
            case Result.AlreadyRecorded(var file) -> redirectTo(file);
            case Result.RowsRefused(var file) -> redirectTo(file);
            case Result.FileRefused(var refusal) ->
                form(caller, HttpStatus.UNPROCESSABLE_CONTENT, typed, Map.of("file", refusal.sentence()));
            case Result.UnknownTouchpoint() ->
                form(
                        caller,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        typed,
                        Map.of("touchpoint", ImportClaimsApi.UNKNOWN_TOUCHPOINT));
            case Result.Busy() ->
                form(
                        caller,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        typed,
                        Map.of("file", "Other imports are running. Try again in a few seconds"));
        };
    }

    private static ModelAndView redirectTo(ImportedFile file) {
        var redirect =
                new ModelAndView("redirect:/outcomes/imports/" + file.id().value());
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

    private ModelAndView form(Caller caller, HttpStatus status, Typed typed, Map<String, String> errors) {
        var page = new ModelAndView("importing/new-import")
                .addObject("typed", typed)
                .addObject(
                        "contracts",
                        register.contracts()
                                .seenBy(caller.importsFor()::include)
                                .latest())
                .addObject("errors", errors);
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
