package org.ncsoversight.evidence.registers.registering.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.registers.model.Register;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of rows for programs. */
@RestController
@RequestMapping("/api/evidence/registers/{register}/imports")
class ImportRegisterApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportRegister importRegister;
    private final RegisterImportStore imports;
    private final RegisterLimits limits;
    private final RunImports runs;
    private final ImportRuns told;

    ImportRegisterApi(
            ImportRegister importRegister,
            RegisterImportStore imports,
            RegisterLimits limits,
            RunImports runs,
            ImportRuns told) {
        this.importRegister = importRegister;
        this.imports = imports;
        this.limits = limits;
        this.runs = runs;
        this.told = told;
    }

    @PostMapping(consumes = {"text/csv", XLSX})
    ResponseEntity<?> body(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "all") String mode,
            HttpServletRequest request)
            throws IOException {
        // One byte more than is taken, so that a larger file is told from one that just fits.
        int most = Math.toIntExact(limits.fileSize().toBytes() + 1);
        return take(caller, register, mode, request.getInputStream().readNBytes(most));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> part(
            Caller caller,
            @PathVariable String register,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        return take(caller, register, mode, BoundedFile.bytes(file, limits));
    }

    @GetMapping("/{id}")
    ImportBody one(Caller caller, @PathVariable String register, @PathVariable UUID id) {
        return imports.find(id, caller.visible())
                .filter(done -> done.register().equals(register))
                .map(done -> ImportBody.of(done, limits.badRowsListed()))
                .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no import " + id));
    }

    private ResponseEntity<?> take(Caller caller, String code, String mode, byte[] bytes) throws IOException {
        Register register = RegisterView.register(code);
        var writer = new Writer(caller.organisation().orElseThrow(), caller.person(), caller.visible());
        Mode wanted = mode(mode);
        var work = work(register, limits, () -> importRegister.take(writer, register, bytes, wanted));
        return switch (runs.run(caller, work)) {
            case RunImports.Waited.Ended<Result>(var result) -> answer(result, register, limits);
            case RunImports.Waited.UnderWay<Result>(var run) -> told.accepted(run);
        };
    }

    static RunImports.Work<Result> work(Register register, RegisterLimits limits, Supplier<Result> taking) {
        return new RunImports.Work<>(
                "register", () -> {}, _ -> taking.get(), result -> answer(result, register, limits));
    }

    private static ResponseEntity<?> answer(Result result, Register register, RegisterLimits limits) {
        return switch (result) {
            case Result.Unreadable(var problem, var message) ->
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, problem, message);
            case Result.Done(var done)
            when !done.taken() ->
                ResponseEntity.unprocessableContent()
                        .location(place(register, done))
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ImportBody.refusal(done, limits.badRowsListed()).detail());
            case Result.Done(var done) ->
                ResponseEntity.status(done.changedSomething() ? HttpStatus.CREATED : HttpStatus.OK)
                        .location(place(register, done))
                        .body(ImportBody.of(done, limits.badRowsListed()));
        };
    }

    private static URI place(Register register, RegisterImport done) {
        return URI.create("/api/evidence/registers/%s/imports/%s".formatted(register.code(), done.id()));
    }

    private static Mode mode(String word) {
        return switch (word) {
            case "all" -> Mode.ALL;
            case "good-rows" -> Mode.GOOD_ROWS;
            default ->
                throw Problem.invalid(List.of(new FieldError("mode", "mode-unknown", "Mode must be all or good-rows")));
        };
    }
}
