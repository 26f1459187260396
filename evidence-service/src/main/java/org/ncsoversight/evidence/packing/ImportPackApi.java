package org.ncsoversight.evidence.packing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Importing a pack for programs: the ZIP is the body. */
@RestController
class ImportPackApi {

    private final ReceivePack receive;
    private final ImportPack importPack;

    ImportPackApi(ReceivePack receive, ImportPack importPack) {
        this.receive = receive;
        this.importPack = importPack;
    }

    @PostMapping(path = "/api/evidence/packs", consumes = "application/zip")
    ImportPack.Report take(Caller caller, HttpServletRequest request) throws IOException {
        return switch (importPack.take(use -> receive.body(request, use), importer(caller))) {
            case ImportPack.Result.Imported(var report) -> report;
            case ImportPack.Result.Refused(var why) -> {
                var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, why.code(), words(why));
                problem.detail().setProperty("entry", why.entry());
                throw problem;
            }
            case ImportPack.Result.AnotherProvider(var ukprn) ->
                throw Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "another-provider",
                        "The pack is of the provider %s, and not of yours".formatted(ukprn));
            case ImportPack.Result.TooMany() ->
                throw Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "imports-too-many",
                        "Other packs are being imported. Try again in a minute");
        };
    }

    static ImportPack.Importer importer(Caller caller) {
        return new ImportPack.Importer(caller.person(), caller.organisation().orElseThrow(), caller.visible());
    }

    static String words(PackRefused why) {
        return "%s. Nothing of the pack was kept".formatted(why.words());
    }
}
