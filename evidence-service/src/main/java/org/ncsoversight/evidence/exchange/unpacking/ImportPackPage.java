package org.ncsoversight.evidence.exchange.unpacking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.ncsoversight.evidence.exchange.pack.PackSettings;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.presenting.Problem;
import org.ncsoversight.evidence.security.Caller;
import org.ncsoversight.evidence.underway.ImportRuns;
import org.ncsoversight.evidence.underway.RunImports;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Importing a pack for people, with what became of each item. */
@Controller
class ImportPackPage {

    private static final String PATH = "/evidence/packs/import";
    private static final String RUNS = "/evidence/packs/imports";

    private final ReceivePack receive;
    private final ImportPack importPack;
    private final RunImports runs;
    private final ImportRuns store;
    private final PackSettings settings;

    ImportPackPage(
            ReceivePack receive, ImportPack importPack, RunImports runs, ImportRuns store, PackSettings settings) {
        this.receive = receive;
        this.importPack = importPack;
        this.runs = runs;
        this.store = store;
        this.settings = settings;
    }

    @GetMapping(PATH)
    ModelAndView form() {
        return form(List.of());
    }

    /** Shown at once and not after a redirect: loading it again repeats the import, which changes nothing. */
    @PostMapping(path = PATH, consumes = "multipart/form-data")
    Object take(Caller caller, HttpServletRequest request) throws IOException {
        var received = importPack.receive(() -> receive.form(request));
        if (received.isEmpty()) {
            return refused("imports-too-many", "Other packs are being imported. Try again in a minute");
        }
        var importer = ImportPackApi.importer(caller);
        return switch (runs.run(caller, ImportPackApi.work(importPack, received.get(), importer))) {
            case RunImports.Waited.Ended<ImportPack.Result>(var result) -> ended(result);
            case RunImports.Waited.UnderWay<ImportPack.Result>(var run) -> ImportRuns.lookAt(RUNS, run);
        };
    }

    /** Of a pack that took longer than its sender waited. */
    @GetMapping(RUNS + "/{id}")
    Object look(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        return store.result(caller, id, ImportPack.Report.class)
                .<Object>map(ImportPackPage::imported)
                .or(() -> store.page(caller, id, response))
                .orElseThrow(() -> Problem.notFound(id.toString()));
    }

    private ModelAndView ended(ImportPack.Result result) {
        return switch (result) {
            case ImportPack.Result.Imported(var report) -> imported(report);
            case ImportPack.Result.Refused(var why) -> refused(why.code(), ImportPackApi.words(why));
            case ImportPack.Result.AnotherProvider(var ukprn) ->
                refused("another-provider", ImportPackApi.anothers(ukprn));
        };
    }

    private static ModelAndView imported(ImportPack.Report report) {
        return new ModelAndView("exchange/packing/imported-pack").addObject("report", report);
    }

    private ModelAndView refused(String code, String message) {
        return form(List.of(new FieldError("pack", code, message)));
    }

    private ModelAndView form(List<FieldError> errors) {
        var page = new ModelAndView("exchange/packing/import-pack");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("trusting", settings.signs());
        page.addObject("megabytes", settings.importSize().toMegabytes());
        return page;
    }
}
