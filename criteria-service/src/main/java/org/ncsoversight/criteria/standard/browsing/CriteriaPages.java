package org.ncsoversight.criteria.standard.browsing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.pages.Paragraphs;
import org.ncsoversight.criteria.pages.UkDate;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.Edition;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;
import org.ncsoversight.criteria.standard.store.EditionStore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The Standard in force, for people: all of it, one criterion, the golden threads. */
@Controller
class CriteriaPages {

    record ElementView(int number, String title, List<String> about, List<CriterionRow> criteria) {}

    record CriterionRow(String code, String title, String voices) {

        static CriterionRow of(Criterion criterion) {
            return new CriterionRow(criterion.code().value(), criterion.title(), voicesOf(criterion));
        }
    }

    /** Where the pages of an edition are: all of it, and before the code of a criterion and after it. */
    record Path(String all, String between, String after) {

        public String of(String code) {
            return (all.equals("/criteria") ? all : all + between) + "/" + code + after;
        }

        public String whole() {
            return all + after;
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

    private static final Path HERE = new Path("/criteria", "", "");

    private final EditionStore editions;
    private final Clock clock;

    CriteriaPages(EditionStore editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    @GetMapping("/criteria")
    String all(Model model) {
        return all(inForce(), HERE, model);
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}")
    String all(@PathVariable String edition, @RequestParam(required = false) @Nullable Long version, Model model) {
        Edition found = editionAt(edition, version);
        tellWhich(found, model);
        return all(found, at(found, version), model);
    }

    @GetMapping("/criteria/threads")
    String threads(Model model) {
        Edition edition = inForce();
        model.addAttribute(
                "threads",
                edition.threads().stream().map(thread -> view(edition, thread)).toList());
        return "standard/browsing/threads";
    }

    @GetMapping("/criteria/{code}")
    String one(@PathVariable String code, Model model) {
        return one(inForce(), code, HERE, model);
    }

    @GetMapping("/criteria/editions/{edition:[a-z0-9-]+}/criteria/{code}")
    String one(
            @PathVariable String edition,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long version,
            Model model) {
        Edition found = editionAt(edition, version);
        tellWhich(found, model);
        return one(found, code, at(found, version), model);
    }

    private String all(Edition edition, Path at, Model model) {
        model.addAttribute("at", at);
        model.addAttribute("title", edition.title());
        model.addAttribute("validity", validity(edition));
        model.addAttribute("count", edition.criteria().size());
        model.addAttribute(
                "elements",
                edition.elements().stream()
                        .map(element -> new ElementView(
                                element.number(),
                                element.title(),
                                Paragraphs.of(element.about()),
                                edition.criteriaOf(element).stream()
                                        .map(CriterionRow::of)
                                        .toList()))
                        .toList());
        return "standard/browsing/criteria";
    }

    private static String one(Edition edition, String code, Path at, Model model) {
        Criterion criterion =
                CriterionCode.parse(code).flatMap(edition::criterion).orElseThrow(CriteriaPages::notFound);
        model.addAttribute("at", at);
        model.addAttribute("criterion", CriterionRow.of(criterion));
        model.addAttribute("asks", Paragraphs.of(criterion.asks()));
        model.addAttribute("practice", Paragraphs.of(criterion.practice()));
        model.addAttribute("documents", criterion.documents());
        model.addAttribute(
                "named",
                edition.contents().documents().stream()
                        .filter(document -> document.criteria().contains(criterion.code()))
                        .map(NamedDocument::title)
                        .toList());
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
        return "standard/browsing/criterion";
    }

    private void tellWhich(Edition told, Model model) {
        model.addAttribute("ofEdition", told.title());
        editions.find(told.id())
                .filter(now -> now.version() != told.version())
                .ifPresent(now -> model.addAttribute("oldVersion", told.version())
                        .addAttribute("nowAt", "/criteria/editions/" + now.id().value()));
    }

    private String validity(Edition edition) {
        String from = UkDate.of(edition.inForceFrom());
        LocalDate today = LocalDate.now(clock);
        Optional<String> to = edition.inForceTo().map(UkDate::of);
        if (today.isBefore(edition.inForceFrom())) {
            return "in force from " + from + to.map(last -> " to " + last).orElse("");
        }
        return edition.inForceOn(today)
                ? "in force since " + from + to.map(last -> " until " + last).orElse("")
                : "in force from " + from + to.map(last -> " to " + last).orElse("") + ", no longer in force";
    }

    private Edition inForce() {
        return editions.leadingOn(LocalDate.now(clock)).orElseThrow(CriteriaPages::notFound);
    }

    private Edition editionAt(String edition, @Nullable Long version) {
        return EditionId.parse(edition)
                .flatMap(id -> version == null ? editions.find(id) : editions.find(id, version))
                .orElseThrow(CriteriaPages::notFound);
    }

    private static Path at(Edition edition, @Nullable Long version) {
        return new Path(
                "/criteria/editions/" + edition.id().value(),
                "/criteria",
                version == null ? "" : "?version=" + version);
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
