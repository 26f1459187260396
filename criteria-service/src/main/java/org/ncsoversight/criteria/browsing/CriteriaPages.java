package org.ncsoversight.criteria.browsing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ncsoversight.criteria.model.standard.Criterion;
import org.ncsoversight.criteria.model.standard.CriterionCode;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionStore;
import org.ncsoversight.criteria.model.standard.GoldenThread;
import org.ncsoversight.criteria.model.standard.Measure;
import org.ncsoversight.criteria.model.standard.Voice;
import org.ncsoversight.criteria.pages.UkDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The Standard in force, for people: all of it, one criterion, the golden threads. */
@Controller
class CriteriaPages {

    record ElementView(int number, String title, String about, List<CriterionRow> criteria) {}

    record CriterionRow(String code, String title, String voices) {

        static CriterionRow of(Criterion criterion) {
            return new CriterionRow(criterion.code().value(), criterion.title(), voicesOf(criterion));
        }
    }

    record VoiceView(String label, boolean whereAppropriate, List<String> prompts) {}

    record ThreadView(String code, String title, String about, List<CriterionRow> criteria) {}

    record MeasureView(String title, String limit, int minimumBase) {

        static MeasureView of(Measure measure) {
            String direction = measure.better() == Measure.Better.HIGHER ? "at least " : "at most ";
            return new MeasureView(
                    measure.title(),
                    direction + String.format(Locale.UK, "%.0f%%", measure.limit() * 100),
                    measure.minimumBase());
        }
    }

    private final EditionStore editions;
    private final Clock clock;

    CriteriaPages(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/criteria")
    String all(Model model) {
        Edition edition = inForce();
        model.addAttribute("title", edition.title());
        model.addAttribute("inForceFrom", UkDate.of(edition.inForceFrom()));
        model.addAttribute("count", edition.criteria().size());
        model.addAttribute(
                "elements",
                edition.elements().stream()
                        .map(element -> new ElementView(
                                element.number(),
                                element.title(),
                                element.about(),
                                edition.criteriaOf(element).stream()
                                        .map(CriterionRow::of)
                                        .toList()))
                        .toList());
        return "browsing/criteria";
    }

    @GetMapping("/criteria/threads")
    String threads(Model model) {
        Edition edition = inForce();
        model.addAttribute(
                "threads",
                edition.threads().stream().map(thread -> view(edition, thread)).toList());
        return "browsing/threads";
    }

    @GetMapping("/criteria/{code}")
    String one(@PathVariable String code, Model model) {
        Edition edition = inForce();
        Criterion criterion =
                CriterionCode.parse(code).flatMap(edition::criterion).orElseThrow(CriteriaPages::notFound);
        model.addAttribute("criterion", CriterionRow.of(criterion));
        model.addAttribute("asks", criterion.asks());
        model.addAttribute("documents", criterion.documents());
        model.addAttribute(
                "voices",
                criterion.voices().stream()
                        .map(voice -> new VoiceView(
                                voice.label(),
                                criterion.whereAppropriate().contains(voice),
                                criterion.prompts().getOrDefault(voice, List.of())))
                        .toList());
        model.addAttribute("linksOut", rows(edition, edition.linkedFrom(criterion.code())));
        model.addAttribute("linksIn", rows(edition, edition.linkedTo(criterion.code())));
        model.addAttribute(
                "threads",
                edition.threadsWith(criterion.code()).stream()
                        .map(thread -> view(edition, thread))
                        .toList());
        model.addAttribute(
                "measures",
                edition.measuresOf(criterion.code()).stream()
                        .map(MeasureView::of)
                        .toList());
        return "browsing/criterion";
    }

    private Edition inForce() {
        LocalDate today = LocalDate.now(clock);
        return editions.all().stream()
                .filter(edition -> edition.inForceOn(today))
                .max(Comparator.comparing(Edition::inForceFrom))
                .orElseThrow(CriteriaPages::notFound);
    }

    private static ThreadView view(Edition edition, GoldenThread thread) {
        return new ThreadView(thread.code(), thread.title(), thread.about(), rows(edition, thread.criteria()));
    }

    private static List<CriterionRow> rows(Edition edition, Collection<CriterionCode> codes) {
        return codes.stream()
                .map(edition::criterion)
                .flatMap(Optional::stream)
                .map(CriterionRow::of)
                .toList();
    }

    private static String voicesOf(Criterion criterion) {
        return criterion.voices().stream().map(voice -> label(criterion, voice)).collect(Collectors.joining(", "));
    }

    private static String label(Criterion criterion, Voice voice) {
        return criterion.whereAppropriate().contains(voice) ? voice.label() + " (where appropriate)" : voice.label();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
