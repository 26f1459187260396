package org.ncsoversight.criteria.register.exchanging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Command;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Result;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.Kind;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.criteria.tables.Downloads;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Importing into the register by a form, and what came of it. */
@Controller
@RequestMapping("/{kind:providers|contracts}/imports")
class ImportRegisterPage {

    private static final String GOOD_ROWS = "good-rows";
    private static final int SHOWN = 100;

    private final ImportRegister importRegister;
    private final RegisterImportStore imports;

    ImportRegisterPage(ImportRegister importRegister, RegisterImportStore imports) {
        this.importRegister = importRegister;
        this.imports = imports;
    }

    @GetMapping("/new")
    ModelAndView empty(@PathVariable String kind) {
        return form(kind, "", PageErrors.NONE);
    }

    @PostMapping("/new")
    ModelAndView take(
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String mode,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Caller caller)
            throws IOException {
        var problems = new ArrayList<FieldError>();
        if (file == null || file.isEmpty()) {
            problems.add(new FieldError("file", "missing", "Select a CSV file or an Excel workbook"));
        }
        if (!mode.equals("all") && !mode.equals(GOOD_ROWS)) {
            problems.add(new FieldError("mode", "missing", "Select what to do if rows are wrong"));
        }
        if (file == null || !problems.isEmpty()) {
            return form(kind, mode, new PageErrors(problems));
        }
        var command = new Command(Kind.parse(kind).orElseThrow(), mode.equals(GOOD_ROWS), caller.username());
        return switch (importRegister.take(command, file.getBytes(), caller.visible())) {
            case Result.Applied(var imported) -> see(imported);
            case Result.Unfinished(var imported) -> see(imported);
            case Result.Refused(var imported) -> see(imported);
            case Result.Unreadable(var code, var message) ->
                form(kind, mode, new PageErrors(List.of(new FieldError("file", code, message))));
        };
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable String kind, @PathVariable UUID id) {
        RegisterImport imported = find(kind, id);
        var model = new ModelMap()
                .addAttribute("kind", kind)
                .addAttribute("imported", imported)
                .addAttribute("applying", imported.state() == RegisterImport.State.APPLYING)
                .addAttribute("readAs", imported.readAs().sentence())
                .addAttribute("remarks", imported.readAs().remarks())
                .addAttribute("refused", imported.state() == RegisterImport.State.REFUSED)
                .addAttribute(
                        "badRows", imported.badRows().stream().limit(SHOWN).toList());
        return new ModelAndView("register/exchanging/import", model);
    }

    @GetMapping("/{id}/errors.csv")
    ResponseEntity<byte[]> errors(@PathVariable String kind, @PathVariable UUID id) {
        return Downloads.of(find(kind, id).badRows());
    }

    private RegisterImport find(String kind, UUID id) {
        return imports.find(id)
                .filter(imported -> imported.kind().code().equals(kind))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ModelAndView see(RegisterImport imported) {
        return new ModelAndView(
                "redirect:/" + imported.kind().code() + "/imports/" + imported.id(), HttpStatus.SEE_OTHER);
    }

    private static ModelAndView form(String kind, String mode, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("kind", kind)
                .addAttribute("mode", mode)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "register/exchanging/import-form",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
