package org.ncsoversight.criteria.standard.browsing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.security.StandardUser;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Every edition with its life, and of one: links both ways, where criteria went. */
@Controller
class EditionPages {

    record EditionRow(
            String edition, String title, String state, String colour, String dates, boolean leads, boolean movable) {}

    record LinkRow(CriterionCode code, String title, String names, String namedBy, String eitherWay) {}

    record MappingRow(CriterionCode from, String title, String to, String kind) {}

    private final EditionStore editions;
    private final Clock clock;

    EditionPages(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/criteria/editions")
    String all(Model model, StandardUser user) {
        LocalDate today = LocalDate.now(clock);
        Optional<EditionId> leading = editions.leadingOn(today).map(Edition::id);
        model.addAttribute(
                "editions",
                editions.all().reversed().stream()
                        .map(edition -> row(edition, today, leading.equals(Optional.of(edition.id()))))
                        .toList());
        model.addAttribute(
                "dual",
                editions.all().stream()
                                .filter(edition -> edition.inForceOn(today))
                                .count()
                        > 1);
        model.addAttribute("mayEdit", user.mayEdit());
        model.addAttribute("mayReadDrafts", user.mayReadDrafts());
        return "standard/browsing/editions";
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}/links")
    String links(@PathVariable String edition, Model model) {
        Edition found = found(edition);
        model.addAttribute("edition", found);
        model.addAttribute(
                "rows",
                found.criteria().stream()
                        .map(criterion -> new LinkRow(
                                criterion.code(),
                                criterion.title(),
                                words(found.linkedFrom(criterion.code())),
                                words(found.linkedTo(criterion.code())),
                                words(found.contents().linkedEitherWay(criterion.code()))))
                        .toList());
        return "standard/browsing/links";
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}/mapping")
    String mapping(@PathVariable String edition, Model model) {
        Edition found = found(edition);
        Optional<Edition> earlier = found.replaces().flatMap(replaced -> editions.find(replaced.edition()));
        model.addAttribute("edition", found);
        model.addAttribute("earlier", earlier.orElse(null));
        model.addAttribute(
                "rows",
                earlier.stream()
                        .flatMap(before -> before.criteria().stream().map(criterion -> row(found, before, criterion)))
                        .toList());
        model.addAttribute("unmapped", words(earlier.map(found::mappedToNothing).orElse(Set.of())));
        model.addAttribute("fromNothing", words(found.mappedFromNothing()));
        return "standard/browsing/mapping";
    }

    private static EditionRow row(Edition edition, LocalDate today, boolean leads) {
        String dates = "From " + UkDate.of(edition.inForceFrom())
                + edition.inForceTo().map(last -> " to " + UkDate.of(last)).orElse("");
        boolean over = edition.inForceTo().filter(today::isAfter).isPresent();
        boolean coming = today.isBefore(edition.inForceFrom());
        boolean movable = coming
                || edition.replaces()
                        .filter(earlier -> !earlier.lastDay().isBefore(today))
                        .isPresent();
        String state = over ? "Superseded" : coming ? "Published" : "In force";
        String colour = over ? "govuk-tag--grey" : coming ? "govuk-tag--blue" : "govuk-tag--green";
        return new EditionRow(edition.id().value(), edition.title(), state, colour, dates, leads, movable);
    }

    private static MappingRow row(Edition edition, Edition earlier, Criterion criterion) {
        Optional<Mapping> mapping = edition.mappings().stream()
                .filter(known ->
                        known.fromEdition().equals(earlier.id()) && known.from().equals(criterion.code()))
                .findFirst();
        return new MappingRow(
                criterion.code(),
                criterion.title(),
                mapping.map(known -> words(known.to())).orElse("Nowhere"),
                mapping.map(known -> known.kind().code()).orElse("unmapped"));
    }

    private static String words(Collection<CriterionCode> codes) {
        return codes.stream().sorted().map(CriterionCode::value).collect(Collectors.joining(", "));
    }

    private Edition found(String edition) {
        return EditionId.parse(edition)
                .flatMap(editions::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
