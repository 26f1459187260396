package org.ncsoversight.criteria.register.exchanging;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.answers.Problem;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Command;
import org.ncsoversight.criteria.register.exchanging.ImportRegister.Result;
import org.ncsoversight.criteria.register.store.RegisterImport;
import org.ncsoversight.criteria.register.store.RegisterImport.Kind;
import org.ncsoversight.criteria.register.store.RegisterImportStore;
import org.ncsoversight.criteria.security.Caller;
import org.ncsoversight.tables.BadRow;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Importing into the register by program. */
@RestController
@RequestMapping("/api/criteria/{kind:providers|contracts}/imports")
class ImportRegisterApi {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    record Answer(
            UUID id,
            String kind,
            String state,
            String sha256,
            int rows,
            int created,
            int changed,
            int unchanged,
            int rejected,
            List<BadRow> badRows,
            String delimiter,
            String encoding,
            String sheet,
            List<String> ignoredColumns,
            List<String> warnings) {

        static Answer of(RegisterImport imported) {
            var counts = imported.counts();
            boolean refused = imported.state() == RegisterImport.State.REFUSED;
            return new Answer(
                    imported.id(),
                    imported.kind().code(),
                    imported.state().name().toLowerCase(Locale.ROOT),
                    imported.sha256(),
                    counts.rows(),
                    refused ? 0 : counts.created(),
                    refused ? 0 : counts.changed(),
                    counts.unchanged(),
                    counts.rejected(),
                    imported.badRows(),
                    imported.readAs().delimiter(),
                    imported.readAs().encoding(),
                    imported.readAs().sheet(),
                    imported.readAs().ignoredColumns(),
                    imported.readAs().warnings());
        }
    }

    private final ImportRegister importRegister;
    private final RegisterImportStore imports;

    ImportRegisterApi(ImportRegister importRegister, RegisterImportStore imports) {
        this.importRegister = importRegister;
        this.imports = imports;
    }

    @PostMapping(consumes = {"text/csv", XLSX})
    ResponseEntity<?> text(
            @PathVariable String kind,
            @RequestParam(defaultValue = "all") String mode,
            @RequestBody byte[] content,
            Caller caller) {
        return take(kind, mode, content, caller);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> part(
            @PathVariable String kind,
            @RequestParam(defaultValue = "all") String mode,
            @RequestParam MultipartFile file,
            Caller caller)
            throws IOException {
        return take(kind, mode, file.getBytes(), caller);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> one(@PathVariable String kind, @PathVariable UUID id) {
        Optional<RegisterImport> imported = imports.find(id);
        return imported.filter(known -> known.kind().code().equals(kind))
                .<ResponseEntity<?>>map(known -> ResponseEntity.ok(Answer.of(known)))
                .orElseGet(() -> Problem.notFound("import " + id).answer());
    }

    private ResponseEntity<?> take(String kind, String mode, byte @Nullable [] content, Caller caller) {
        if (!mode.equals("all") && !mode.equals("good-rows")) {
            return Problem.invalid(List.of(new FieldError("mode", "unknown-mode", "The mode must be all or good-rows")))
                    .answer();
        }
        var command = new Command(Kind.parse(kind).orElseThrow(), mode.equals("good-rows"), caller.username());
        byte[] file = content == null ? new byte[0] : content;
        return switch (importRegister.take(command, file, caller.visible())) {
            case Result.Applied(var imported) ->
                ResponseEntity.created(address(imported)).body(Answer.of(imported));
            case Result.Unfinished(var imported) ->
                ResponseEntity.accepted().location(address(imported)).body(Answer.of(imported));
            case Result.Refused(var imported) -> refused(imported);
            case Result.Unreadable(var code, var message) ->
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, code, message).answer();
        };
    }

    private static ResponseEntity<?> refused(RegisterImport imported) {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "rows-refused",
                        imported.counts().rejected() + " of "
                                + imported.counts().rows() + " rows are wrong; nothing was changed")
                .with("rows", imported.badRows())
                .answer();
    }

    private static URI address(RegisterImport imported) {
        return URI.create("/api/criteria/" + imported.kind().code() + "/imports/" + imported.id());
    }
}
