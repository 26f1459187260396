package org.ncsoversight.evidence.packing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.ncsoversight.evidence.model.FieldError;
import org.ncsoversight.evidence.presenting.FieldErrors;
import org.ncsoversight.evidence.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Importing a pack for people, with what became of each item. */
@Controller
class ImportPackPage {

    private static final String PATH = "/evidence/packs/import";

    private final ReceivePack receive;
    private final ImportPack importPack;
    private final PackSettings settings;

    ImportPackPage(ReceivePack receive, ImportPack importPack, PackSettings settings) {
        this.receive = receive;
        this.importPack = importPack;
        this.settings = settings;
    }

    @GetMapping(PATH)
    ModelAndView form() {
        return form(List.of());
    }

    /** Shown at once and not after a redirect: loading it again repeats the import, which changes nothing. */
    @PostMapping(path = PATH, consumes = "multipart/form-data")
    ModelAndView take(Caller caller, HttpServletRequest request) throws IOException {
        return switch (importPack.take(use -> receive.form(request, use), ImportPackApi.importer(caller))) {
            case ImportPack.Result.Imported(var report) -> {
                var page = new ModelAndView("packing/imported-pack");
                page.addObject("report", report);
                yield page;
            }
            case ImportPack.Result.Refused(var why) -> refused(why.code(), ImportPackApi.words(why));
            case ImportPack.Result.AnotherProvider(var ukprn) ->
                refused("another-provider", "The pack is of the provider %s, and not of yours".formatted(ukprn));
            case ImportPack.Result.TooMany() ->
                refused("imports-too-many", "Other packs are being imported. Try again in a minute");
        };
    }

    private ModelAndView refused(String code, String message) {
        return form(List.of(new FieldError("pack", code, message)));
    }

    private ModelAndView form(List<FieldError> errors) {
        var page = new ModelAndView("packing/import-pack");
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("errors", new FieldErrors(errors));
        page.addObject("trusting", settings.signs());
        page.addObject("megabytes", settings.importSize().toMegabytes());
        return page;
    }
}
