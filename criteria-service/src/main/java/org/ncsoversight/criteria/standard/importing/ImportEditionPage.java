package org.ncsoversight.criteria.standard.importing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Command;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Confirmation;
import org.ncsoversight.criteria.standard.importing.ImportEdition.Result;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.drafting.ImportedEdition;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.ncsoversight.criteria.standard.store.ImportStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Importing by a form: a file, a preview with what would change, a draft. */
@Controller
class ImportEditionPage {

    private final ImportEdition importEdition;
    private final ImportStore imports;
    private final EditionStore editions;

    ImportEditionPage(ImportEdition importEdition, ImportStore imports, EditionStore editions) {
        this.importEdition = importEdition;
        this.imports = imports;
        this.editions = editions;
    }

    @GetMapping("/criteria/imports/new")
    ModelAndView empty() {
        return form("", false, PageErrors.NONE);
    }

    @PostMapping("/criteria/imports/new")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String edition,
            @RequestParam(defaultValue = "false") boolean fewer)
            throws IOException {
        byte[] bytes = file == null ? new byte[0] : file.getBytes();
        String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
        return switch (importEdition.read(bytes, new Command(name, edition, fewer))) {
            case Result.Read(var imported) -> seeOther("/criteria/imports/" + imported.id());
            case Result.Invalid(var problems) -> form(edition, fewer, new PageErrors(problems));
            case Result.Damaged(int line, String code, String message) ->
                form(
                        edition,
                        fewer,
                        new PageErrors(List.of(new FieldError("file", code, "Line " + line + ": " + message))));
        };
    }

    @GetMapping("/criteria/imports/{id}")
    ModelAndView preview(@PathVariable String id) {
        return preview(found(id), PageErrors.NONE);
    }

    @PostMapping("/criteria/imports/{id}")
    ModelAndView confirm(@PathVariable String id) {
        return switch (importEdition.confirm(id)) {
            case Confirmation.Drafted(var draft) ->
                seeOther("/criteria/drafts/" + draft.id().value());
            case Confirmation.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Confirmation.DraftExists(var edition) ->
                preview(
                        found(id),
                        new PageErrors(List.of(new FieldError(
                                "confirm",
                                "draft-exists",
                                "There is a draft of " + edition.value() + " already. Discard it first"))));
        };
    }

    private ImportedEdition found(String id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView preview(ImportedEdition imported, PageErrors errors) {
        Contents contents = imported.edition().contents();
        Optional<Edition> base = imported.basedOn().flatMap(editions::find);
        var model = new ModelMap()
                .addAttribute("imported", imported)
                .addAttribute("contents", contents)
                .addAttribute(
                        "nextVersion", editions.find(imported.edition().id()).isPresent())
                .addAttribute("base", base.map(Edition::title).orElse(""))
                .addAttribute(
                        "comparison",
                        base.map(edition -> Comparison.of(edition, imported.edition()))
                                .orElse(null))
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/importing/preview", model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static ModelAndView seeOther(String path) {
        return new ModelAndView("redirect:" + path, HttpStatus.SEE_OTHER);
    }

    private static ModelAndView form(String edition, boolean fewer, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("edition", edition)
                .addAttribute("fewer", fewer)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/importing/import-edition",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }
}
