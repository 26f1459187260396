package org.ncsoversight.criteria.standard.drafting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ncsoversight.answers.FieldError;
import org.ncsoversight.criteria.pages.PageErrors;
import org.ncsoversight.criteria.security.StandardUser;
import org.ncsoversight.criteria.standard.comparison.Comparison;
import org.ncsoversight.criteria.standard.drafting.PrepareDraft.Result;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.drafting.Draft;
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

/** Drafts, and each as a list of what is to be done until it can be published. */
@Controller
class DraftPages {

    record DraftRow(String edition, String title, int toConfirm) {}

    record MappingRow(CriterionCode from, String title, String to, String kind) {}

    private final DraftStore drafts;
    private final EditionStore editions;
    private final PrepareDraft prepareDraft;

    DraftPages(DraftStore drafts, EditionStore editions, PrepareDraft prepareDraft) {
        this.drafts = drafts;
        this.editions = editions;
        this.prepareDraft = prepareDraft;
    }

    @GetMapping("/criteria/drafts")
    ModelAndView all(StandardUser user) {
        return list("", PageErrors.NONE, user);
    }

    @PostMapping("/criteria/drafts")
    ModelAndView copy(@RequestParam(defaultValue = "") String edition, StandardUser user) {
        return switch (prepareDraft.copy(edition)) {
            case Result.Saved(var draft) -> seeOther(draft.id());
            case Result.Exists _ ->
                list(edition, error("edition", "draft-exists", "There is a draft with this code already"), user);
            case Result.Invalid(var problems) -> list(edition, new PageErrors(problems), user);
            case Result.NotFound _ ->
                list(edition, error("edition", "nothing-to-copy", "There is no edition that could be copied"), user);
            case Result.ChangedMeanwhile(var draft) -> seeOther(draft.id());
        };
    }

    @GetMapping("/criteria/drafts/{edition}")
    ModelAndView one(@PathVariable String edition, StandardUser user) {
        Draft draft = found(edition);
        Optional<Edition> follows = prepareDraft.follows(draft);
        var model = new ModelMap()
                .addAttribute("draft", draft)
                .addAttribute("contents", draft.contents())
                .addAttribute("nextVersion", editions.find(draft.id()).isPresent())
                .addAttribute(
                        "basedOn",
                        draft.basedOn()
                                .flatMap(editions::find)
                                .map(Edition::title)
                                .orElse(""))
                .addAttribute("mayEdit", user.mayEdit())
                .addAttribute("baseChanged", prepareDraft.isBaseChanged(draft))
                .addAttribute("mappings", mappings(draft, follows))
                .addAttribute("unmapped", codes(unmapped(draft, follows)))
                .addAttribute("fromNothing", codes(fromNothing(draft, follows)));
        return new ModelAndView("standard/drafting/draft", model);
    }

    @GetMapping("/criteria/drafts/{edition}/differences")
    ModelAndView differences(@PathVariable String edition) {
        Draft draft = found(edition);
        Edition base = editions.find(draft.id())
                .or(() -> draft.basedOn().flatMap(editions::find))
                .orElseThrow(DraftPages::notFound);
        return new ModelAndView(
                "standard/drafting/differences",
                new ModelMap()
                        .addAttribute("draft", draft)
                        .addAttribute("base", base.title())
                        .addAttribute("comparison", Comparison.of(base, draft.edition())));
    }

    /** Answers with the draft either way: whoever was late sees what it follows now. */
    @PostMapping("/criteria/drafts/{edition}/base")
    ModelAndView rebase(@PathVariable String edition, @RequestParam long version) {
        Draft draft = found(edition);
        prepareDraft.rebase(draft.id(), OptionalLong.of(version));
        return seeOther(draft.id());
    }

    @GetMapping("/criteria/drafts/{edition}/discard")
    ModelAndView askBeforeDiscarding(@PathVariable String edition) {
        return new ModelAndView("standard/drafting/discard", "draft", found(edition));
    }

    @PostMapping("/criteria/drafts/{edition}/discard")
    ModelAndView discard(@PathVariable String edition) {
        drafts.remove(found(edition).id());
        return new ModelAndView("redirect:/criteria/drafts", HttpStatus.SEE_OTHER);
    }

    private ModelAndView list(String edition, PageErrors errors, StandardUser user) {
        var model = new ModelMap()
                .addAttribute(
                        "drafts",
                        drafts.all().stream()
                                .map(draft -> new DraftRow(
                                        draft.id().value(),
                                        draft.contents().title(),
                                        draft.voicesToConfirm().size()))
                                .toList())
                .addAttribute("edition", edition)
                .addAttribute("leading", editions.latest().map(Edition::title).orElse(""))
                .addAttribute("mayEdit", user.mayEdit())
                .addAttribute("errors", errors);
        return new ModelAndView(
                "standard/drafting/drafts", model, errors.any() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private Draft found(String edition) {
        return EditionId.parse(edition).flatMap(drafts::find).orElseThrow(DraftPages::notFound);
    }

    private static List<MappingRow> mappings(Draft draft, Optional<Edition> base) {
        return base.stream()
                .flatMap(edition -> edition.criteria().stream().map(criterion -> row(draft, edition, criterion)))
                .toList();
    }

    private static MappingRow row(Draft draft, Edition base, Criterion criterion) {
        Optional<Mapping> mapping = mappingsFrom(base, draft)
                .filter(known -> known.from().equals(criterion.code()))
                .findFirst();
        return new MappingRow(
                criterion.code(),
                criterion.title(),
                mapping.map(known -> EditionParts.words(known.to())).orElse(""),
                mapping.map(known -> known.kind().code()).orElse("leads nowhere"));
    }

    private static Set<CriterionCode> unmapped(Draft draft, Optional<Edition> base) {
        var codes = new TreeSet<CriterionCode>();
        base.ifPresent(edition -> {
            edition.criteria().forEach(criterion -> codes.add(criterion.code()));
            mappingsFrom(edition, draft).forEach(mapping -> codes.remove(mapping.from()));
        });
        return codes;
    }

    private static Set<CriterionCode> fromNothing(Draft draft, Optional<Edition> base) {
        var codes = new TreeSet<CriterionCode>();
        base.ifPresent(edition -> {
            draft.contents().criteria().forEach(criterion -> codes.add(criterion.code()));
            mappingsFrom(edition, draft).forEach(mapping -> mapping.to().forEach(codes::remove));
        });
        return codes;
    }

    private static Stream<Mapping> mappingsFrom(Edition base, Draft draft) {
        return draft.edition().mappings().stream()
                .filter(mapping -> mapping.fromEdition().equals(base.id()));
    }

    private static String codes(Set<CriterionCode> codes) {
        return EditionParts.words(codes.stream().sorted().toList()).replace(" ", ", ");
    }

    private static PageErrors error(String field, String code, String message) {
        return new PageErrors(List.of(new FieldError(field, code, message)));
    }

    private static ModelAndView seeOther(EditionId edition) {
        return new ModelAndView("redirect:/criteria/drafts/" + edition.value(), HttpStatus.SEE_OTHER);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
