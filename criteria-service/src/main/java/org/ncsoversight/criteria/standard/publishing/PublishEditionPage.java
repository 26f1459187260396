package org.ncsoversight.criteria.standard.publishing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.DateFields;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Command;
import org.ncsoversight.criteria.standard.publishing.PublishEdition.Result;
import org.ncsoversight.criteria.standard.store.DraftStore;
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

/** Publishing a draft by a form that says first who will have to look again. */
@Controller
class PublishEditionPage {

    private final PublishEdition publishEdition;
    private final DraftStore drafts;
    private final EditionStore editions;

    PublishEditionPage(PublishEdition publishEdition, DraftStore drafts, EditionStore editions) {
        this.publishEdition = publishEdition;
        this.drafts = drafts;
        this.editions = editions;
    }

    @GetMapping("/criteria/drafts/{edition}/publication")
    ModelAndView empty(@PathVariable String edition) {
        return form(found(edition), DateFields.EMPTY, DateFields.EMPTY, PageErrors.NONE);
    }

    @PostMapping("/criteria/drafts/{edition}/publication")
    ModelAndView publish(
            @PathVariable String edition, @RequestParam long version, @RequestParam Map<String, String> typed) {
        Draft draft = found(edition);
        DateFields from = DateFields.in(typed, "inForceFrom");
        DateFields until = DateFields.in(typed, "earlierUntil");
        var command = new Command(draft.id(), from.text(), until.text(), OptionalLong.of(version));
        return switch (publishEdition.publish(command)) {
            case Result.Published(var published) ->
                new ModelAndView(
                        "redirect:/criteria/editions/" + published.id().value() + "/fresh-look", HttpStatus.SEE_OTHER);
            case Result.NotFound _ -> throw notFound();
            case Result.VoicesUnconfirmed(var codes) ->
                form(
                        draft,
                        from,
                        until,
                        error(
                                "voices-unconfirmed",
                                "Confirm the voices first of "
                                        + codes.stream()
                                                .sorted()
                                                .map(CriterionCode::value)
                                                .collect(Collectors.joining(", "))));
            case Result.BaseChanged(var latest) ->
                form(
                        draft,
                        from,
                        until,
                        error(
                                "base-changed",
                                "The draft does not follow " + latest.title() + ". Base it on that edition first"));
            case Result.Invalid(var problems) -> form(draft, from, until, new PageErrors(problems));
            case Result.ChangedMeanwhile _ ->
                form(
                        found(edition),
                        from,
                        until,
                        error(
                                "changed-meanwhile",
                                "Somebody changed the draft meanwhile. Look at it again, then publish"));
        };
    }

    private Draft found(String edition) {
        return EditionId.parse(edition).flatMap(drafts::find).orElseThrow(PublishEditionPage::notFound);
    }

    private ModelAndView form(Draft draft, DateFields from, DateFields until, PageErrors errors) {
        var kept = editions.find(draft.id());
        var earlier = kept.or(editions::latest);
        var model = new ModelMap()
                .addAttribute("edition", draft.id().value())
                .addAttribute("version", draft.version())
                .addAttribute("nextVersion", kept.isPresent())
                .addAttribute(
                        "baseChanged",
                        kept.isEmpty()
                                && earlier.isPresent()
                                && !earlier.map(Edition::id).equals(draft.basedOn()))
                .addAttribute("earlier", earlier.map(Edition::title).orElse(""))
                .addAttribute("from", from)
                .addAttribute("until", until)
                .addAttribute(
                        "toLookAt",
                        earlier.map(before ->
                                        Comparison.of(before, draft.edition()).toLookAt())
                                .orElse(List.of()))
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/publishing/publish-edition",
                model,
                errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private static PageErrors error(String code, String message) {
        return new PageErrors(List.of(new FieldError("publish", code, message)));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
