package org.ncsoversight.evidence.exchange.unpacking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.ncsoversight.evidence.exchange.pack.PackRefused;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.underway.ImportRuns;
import org.ncsoversight.evidence.underway.RunImports;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Importing a pack for programs: the ZIP is the body. */
@RestController
class ImportPackApi {

    private final ReceivePack receive;
    private final ImportPack importPack;
    private final RunImports runs;
    private final ImportRuns told;

    ImportPackApi(ReceivePack receive, ImportPack importPack, RunImports runs, ImportRuns told) {
        this.receive = receive;
        this.importPack = importPack;
        this.runs = runs;
        this.told = told;
    }

    @PostMapping(path = "/api/evidence/packs", consumes = "application/zip")
    ResponseEntity<?> take(Caller caller, HttpServletRequest request) throws IOException {
        var received = importPack.receive(() -> receive.body(request)).orElseThrow(ImportPackApi::tooMany);
        return switch (runs.run(caller, work(importPack, received, importer(caller)))) {
            case RunImports.Waited.Ended<ImportPack.Result>(var result) -> answer(result);
            case RunImports.Waited.UnderWay<ImportPack.Result>(var run) -> told.accepted(run);
        };
    }

    static RunImports.Work<ImportPack.Result> work(
            ImportPack importPack, ImportPack.Received received, ImportPack.Importer importer) {
        return new RunImports.Work<>(
                "pack", received, progress -> importPack.take(received, importer, progress), ImportPackApi::answer);
    }

    private static ResponseEntity<?> answer(ImportPack.Result result) {
        return switch (result) {
            case ImportPack.Result.Imported(var report) -> ResponseEntity.ok(report);
            case ImportPack.Result.Refused(var why) -> {
                var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, why.code(), words(why));
                problem.detail().setProperty("entry", why.entry());
                throw problem;
            }
            case ImportPack.Result.AnotherProvider(var ukprn) ->
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "another-provider", anothers(ukprn));
        };
    }

    static ImportPack.Importer importer(Caller caller) {
        return new ImportPack.Importer(caller.person(), caller.organisation().orElseThrow(), caller.visible());
    }

    static Problem tooMany() {
        return Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "imports-too-many",
                "Other packs are being imported. Try again in a minute");
    }

    static String words(PackRefused why) {
        return "%s. Nothing of the pack was kept".formatted(why.words());
    }

    static String anothers(String ukprn) {
        return "The pack is of the provider %s, and not of yours".formatted(ukprn);
    }
}
