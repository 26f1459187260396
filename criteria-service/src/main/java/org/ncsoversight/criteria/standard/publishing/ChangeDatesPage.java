package org.ncsoversight.criteria.standard.publishing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Command;
import org.ncsoversight.criteria.standard.publishing.ChangeDates.Result;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Moving the days of an edition by a form, which asks only for those that lie ahead. */
@Controller
class ChangeDatesPage {

    private final ChangeDates changeDates;
    private final EditionStore editions;

    ChangeDatesPage(ChangeDates changeDates, EditionStore editions) {
        this.changeDates = changeDates;
        this.editions = editions;
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}/dates")
    ModelAndView days(@PathVariable String edition) {
        Edition found = found(edition);
        return form(
                found,
                DateFields.of(found.inForceFrom()),
                found.replaces()
                        .map(earlier -> DateFields.of(earlier.lastDay()))
                        .orElse(DateFields.EMPTY),
                PageErrors.NONE);
    }

    @PostMapping("/criteria/editions/{edition:[a-z0-9-]+}/dates")
    ModelAndView change(
            @PathVariable String edition, @RequestParam long version, @RequestParam Map<String, String> typed) {
        Edition found = found(edition);
        DateFields from = DateFields.in(typed, "inForceFrom");
        DateFields until = DateFields.in(typed, "earlierUntil");
        var command = new Command(found.id(), from.text(), until.text(), OptionalLong.of(version));
        return switch (changeDates.change(command)) {
            case Result.Changed _ -> new ModelAndView("redirect:/criteria/editions", HttpStatus.SEE_OTHER);
            case Result.NotFound _ -> throw notFound();
            case Result.TooLate _ ->
                form(found, from, until, error("too-late", "These days have come; they can no longer be moved"));
            case Result.Invalid(var problems) -> form(found, from, until, new PageErrors(problems));
            case Result.ChangedMeanwhile(var now) ->
                form(
                        now,
                        from,
                        until,
                        error("changed-meanwhile", "Somebody changed the edition meanwhile. Check, then save again"));
        };
    }

    private ModelAndView form(Edition edition, DateFields from, DateFields until, PageErrors errors) {
        var model = new ModelMap()
                .addAttribute("edition", edition)
                .addAttribute("coming", changeDates.isAhead(edition))
                .addAttribute("open", changeDates.isAhead(edition) || changeDates.endIsAhead(edition))
                .addAttribute(
                        "earlier",
                        edition.replaces()
                                .flatMap(before -> editions.find(before.edition()))
                                .map(Edition::title)
                                .orElse(""))
                .addAttribute("from", from)
                .addAttribute("until", until)
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/publishing/change-dates",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private Edition found(String edition) {
        return EditionId.parse(edition).flatMap(editions::find).orElseThrow(ChangeDatesPage::notFound);
    }

    private static PageErrors error(String code, String message) {
        return new PageErrors(List.of(new FieldError("save", code, message)));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
