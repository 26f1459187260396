package org.ncsoversight.evidence.registers.registering.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.registering.KeepRegister.Writer;
import org.ncsoversight.evidence.registers.registering.RegisterLimits;
import org.ncsoversight.evidence.registers.registering.RegisterView;
import org.ncsoversight.evidence.registers.registering.files.ImportRegister.Mode;
import org.ncsoversight.evidence.registers.registering.files.ImportRegister.Result;
import org.ncsoversight.evidence.registers.store.RegisterImport;
import org.ncsoversight.evidence.registers.store.RegisterImportStore;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.underway.ImportRuns;
import org.ncsoversight.evidence.underway.RunImports;
import org.ncsoversight.tables.BadRow;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of rows for people: choose a file, then see what it did and what was wrong in it. */
@Controller
class ImportRegisterPage {

    private static final String FORM = "/evidence/registers/{register}/import";
    private static final String DONE = "/evidence/registers/{register}/imports/{id}";

    private final ImportRegister importRegister;
    private final RegisterImportStore imports;
    private final RegisterLimits limits;
    private final RunImports runs;

    ImportRegisterPage(
            ImportRegister importRegister, RegisterImportStore imports, RegisterLimits limits, RunImports runs) {
        this.importRegister = importRegister;
        this.imports = imports;
        this.limits = limits;
        this.runs = runs;
    }

    @GetMapping(FORM)
    ModelAndView form(Caller caller, @PathVariable String register) {
        return form(view(caller, register), "all", List.of());
    }

    @PostMapping(FORM)
    Object take(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        var view = view(caller, register);
        if (file == null || file.isEmpty()) {
            return form(view, mode, List.of(new FieldError("file", "file-missing", "Select a file")));
        }
        var writer = new Writer(view.provider(), caller.person(), caller.visible());
        var wanted = mode.equals("good-rows") ? Mode.GOOD_ROWS : Mode.ALL;
        byte[] bytes = BoundedFile.bytes(file, limits);
        var work = ImportRegisterApi.work(
                view.register(), limits, () -> importRegister.take(writer, view.register(), bytes, wanted));
        return switch (runs.run(caller, work)) {
            case RunImports.Waited.Ended<Result>(var result) -> ended(view, mode, result);
            case RunImports.Waited.UnderWay<Result>(var run) -> ImportRuns.lookAt("/evidence/imports", run);
        };
    }

    private Object ended(RegisterView view, String mode, Result result) {
        return switch (result) {
            case Result.Unreadable(var code, var message) ->
                form(view, mode, List.of(new FieldError("file", code, message)));
            case Result.Done(var done) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(view.path() + "/imports/" + done.id()))
                        .build();
        };
    }

    @GetMapping(DONE)
    ModelAndView done(Caller caller, @PathVariable String register, @PathVariable UUID id) {
        var done = find(caller, register, id);
        var page = new ModelAndView("registers/registering/import-done");
        page.addObject("view", RegisterView.of(RegisterView.register(register), done.provider(), caller));
        page.addObject("done", done);
        page.addObject(
                "badRows", done.badRows().stream().limit(limits.badRowsListed()).toList());
        return page;
    }

    @GetMapping(DONE + "/errors.csv")
    void errors(Caller caller, @PathVariable String register, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        var done = find(caller, register, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(register + "-errors.csv")
                        .build()
                        .toString());
        response.getOutputStream().write(BadRow.csv(done.badRows()).getBytes(StandardCharsets.UTF_8));
    }

    private RegisterImport find(Caller caller, String register, UUID id) {
        return imports.find(id, caller.visible())
                .filter(done -> done.register().equals(register))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no import " + id));
    }

    private ModelAndView form(RegisterView view, String mode, List<FieldError> errors) {
        var page = new ModelAndView("registers/registering/import-form");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("view", view);
        page.addObject("mode", mode);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("limits", limits);
        return page;
    }

    private static RegisterView view(Caller caller, String register) {
        return RegisterView.of(
                RegisterView.register(register), caller.organisation().orElseThrow(), caller);
    }
}
