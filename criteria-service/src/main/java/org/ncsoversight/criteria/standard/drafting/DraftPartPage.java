package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.standard.drafting.PrepareDraft.Result;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.store.DraftStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One part of a draft on one page. */
@Controller
class DraftPartPage {

    private static final String PATH = "/criteria/drafts/{edition}/{part:title|element|criterion|voices|links|prompts"
            + "|looking-for|document|thread|measure|mapping}/{key}";

    private final DraftStore drafts;
    private final PrepareDraft prepareDraft;

    DraftPartPage(DraftStore drafts, PrepareDraft prepareDraft) {
        this.drafts = drafts;
        this.prepareDraft = prepareDraft;
    }

    @GetMapping(PATH)
    ModelAndView form(@PathVariable String edition, @PathVariable String part, @PathVariable String key) {
        Draft draft = found(edition);
        Part page = part(draft, part, key);
        return view(path(edition, part, key), draft, page, page.fields(), List.of(), PageErrors.NONE);
    }

    @PostMapping(PATH)
    ModelAndView save(
            @PathVariable String edition,
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam long version,
            @RequestParam MultiValueMap<String, String> typed) {
        Draft draft = found(edition);
        Part page = part(draft, part, key);
        var form = new Form(typed);
        Result result = prepareDraft.change(draft.id(), version, form, known -> page.changed(known, form));
        return answer(path(edition, part, key), result, draft, page, form);
    }

    @PostMapping(PATH + "/removal")
    ModelAndView remove(
            @PathVariable String edition,
            @PathVariable String part,
            @PathVariable String key,
            @RequestParam long version) {
        Draft draft = found(edition);
        Part page = part(draft, part, key);
        var form = new Form(new LinkedMultiValueMap<>());
        Result result = prepareDraft.change(
                draft.id(),
                version,
                form,
                known -> page.removed(known)
                        .orElseThrow(
                                () -> new IllegalArgumentException("It cannot be removed while criteria need it")));
        return answer(path(edition, part, key), result, draft, page, form);
    }

    private ModelAndView answer(String path, Result result, Draft draft, Part page, Form form) {
        List<Field> typed =
                page.fields().stream().map(field -> field.typed(form)).toList();
        return switch (result) {
            case Result.Saved(var saved) ->
                new ModelAndView("redirect:/criteria/drafts/" + saved.id().value(), HttpStatus.SEE_OTHER);
            case Result.NotFound _ -> throw notFound();
            case Result.Exists _ -> throw new IllegalStateException("A change begins no draft");
            case Result.Invalid(var problems) -> view(path, draft, page, typed, List.of(), onAField(problems, typed));
            case Result.ChangedMeanwhile(var now) ->
                view(
                        path,
                        now,
                        page,
                        typed,
                        page.fields(),
                        onAField(
                                List.of(new FieldError(
                                        "",
                                        "changed-meanwhile",
                                        "Somebody else changed this draft meanwhile. Compare, then save again")),
                                typed));
        };
    }

    // What is wrong with the whole is told beside the first field.
    private static PageErrors onAField(List<FieldError> problems, List<Field> fields) {
        return new PageErrors(problems.stream()
                .map(problem -> problem.field().isEmpty()
                        ? new FieldError(fields.getFirst().name(), problem.code(), problem.message())
                        : problem)
                .toList());
    }

    private Draft found(String edition) {
        return EditionId.parse(edition).flatMap(drafts::find).orElseThrow(DraftPartPage::notFound);
    }

    private Part part(Draft draft, String part, String key) {
        return Parts.of(part, key, draft, prepareDraft.follows(draft)).orElseThrow(DraftPartPage::notFound);
    }

    private static ModelAndView view(
            String path, Draft draft, Part page, List<Field> fields, List<Field> standing, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("path", path)
                .addAttribute("edition", draft.id().value())
                .addAttribute("version", draft.version())
                .addAttribute("heading", page.heading())
                .addAttribute("fields", fields)
                .addAttribute("standing", standing)
                .addAttribute("removable", removable(draft, page))
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/drafting/part", model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static String path(String edition, String part, String key) {
        return String.join("/", "/criteria/drafts", edition, part, key);
    }

    private static boolean removable(Draft draft, Part page) {
        try {
            return page.removed(draft).isPresent();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
