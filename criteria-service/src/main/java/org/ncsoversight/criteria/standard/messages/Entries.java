package org.ncsoversight.criteria.standard.messages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.standard.model.Contents;
import org.ncsoversight.criteria.standard.model.Criterion;
import org.ncsoversight.criteria.standard.model.CriterionCode;
import org.ncsoversight.criteria.standard.model.EditionId;
import org.ncsoversight.criteria.standard.model.GoldenThread;
import org.ncsoversight.criteria.standard.model.Link;
import org.ncsoversight.criteria.standard.model.Mapping;
import org.ncsoversight.criteria.standard.model.Measure;
import org.ncsoversight.criteria.standard.model.NamedDocument;
import org.ncsoversight.criteria.standard.model.Voice;

/** The parts of an edition as JSON, texts included. */
final class Entries {

    record CriterionEntry(
            String code,
            int element,
            String title,
            int textVersion,
            String asks,
            @Nullable String practice,
            List<String> documents,
            List<String> voices,
            List<String> voicesWhereAppropriate,
            Map<String, List<String>> prompts) {

        Criterion criterion() {
            var byVoice = new EnumMap<Voice, List<String>>(Voice.class);
            prompts.forEach((voice, questions) -> byVoice.put(Voice.of(voice), List.copyOf(questions)));
            CriterionCode parsed = CriterionCode.of(code);
            if (parsed.element() != element) {
                throw new IllegalArgumentException("Criterion " + code + " says it is of element " + element);
            }
            return new Criterion(
                    parsed,
                    title,
                    textVersion,
                    asks,
                    practice == null ? "" : practice,
                    documents,
                    voices.stream().map(Voice::of).toList(),
                    voicesWhereAppropriate.stream().map(Voice::of).collect(Collectors.toSet()),
                    byVoice);
        }

        static CriterionEntry of(Criterion criterion) {
            return new CriterionEntry(
                    criterion.code().value(),
                    criterion.code().element(),
                    criterion.title(),
                    criterion.textVersion(),
                    criterion.asks(),
                    criterion.practice(),
                    criterion.documents(),
                    criterion.voices().stream().map(Voice::code).toList(),
                    criterion.whereAppropriate().stream()
                            .sorted()
                            .map(Voice::code)
                            .toList(),
                    promptsOf(criterion));
        }
    }

    record DocumentEntry(String code, String title, List<String> criteria) {

        NamedDocument document() {
            return new NamedDocument(code, title, codes(criteria));
        }

        static DocumentEntry of(NamedDocument document) {
            return new DocumentEntry(document.code(), document.title(), texts(document.criteria()));
        }
    }

    record LinkEntry(String from, String to) {

        Link link() {
            return new Link(CriterionCode.of(from), CriterionCode.of(to));
        }

        static LinkEntry of(Link link) {
            return new LinkEntry(link.from().value(), link.to().value());
        }
    }

    record ThreadEntry(String code, String title, String about, List<String> criteria) {

        GoldenThread thread() {
            return new GoldenThread(code, title, about, codes(criteria));
        }

        static ThreadEntry of(GoldenThread thread) {
            return new ThreadEntry(thread.code(), thread.title(), thread.about(), texts(thread.criteria()));
        }
    }

    record MeasureEntry(
            String code, String title, List<String> criteria, String better, double limit, int minimumBase) {

        Measure measure() {
            return new Measure(
                    code,
                    title,
                    codes(criteria),
                    Measure.Better.valueOf(better.toUpperCase(Locale.ROOT)),
                    limit,
                    minimumBase);
        }

        static MeasureEntry of(Measure measure) {
            return new MeasureEntry(
                    measure.code(),
                    measure.title(),
                    texts(measure.criteria()),
                    directionOf(measure.better()),
                    measure.limit(),
                    measure.minimumBase());
        }
    }

    record MappingEntry(String fromEdition, String from, List<String> to, String kind) {

        Mapping mapping() {
            return new Mapping(
                    new EditionId(fromEdition),
                    CriterionCode.of(from),
                    codes(to),
                    Mapping.Kind.parse(kind)
                            .orElseThrow(() -> new IllegalArgumentException("Not a kind of mapping: " + kind)));
        }

        static MappingEntry of(Mapping mapping) {
            return new MappingEntry(
                    mapping.fromEdition().value(),
                    mapping.from().value(),
                    texts(mapping.to()),
                    mapping.kind().code());
        }
    }

    private Entries() {}

    static String directionOf(Measure.Better better) {
        return better.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, List<String>> promptsOf(Criterion criterion) {
        var prompts = new LinkedHashMap<String, List<String>>();
        criterion
                .voices()
                .forEach(voice -> prompts.put(voice.code(), criterion.prompts().getOrDefault(voice, List.of())));
        return prompts;
    }

    static List<CriterionCode> codes(List<String> texts) {
        return texts.stream().map(CriterionCode::of).toList();
    }

    static List<String> texts(List<CriterionCode> codes) {
        return codes.stream().map(CriterionCode::value).toList();
    }

    /** Editions were kept and exported before they could say it. */
    static int orUnsaid(@Nullable Integer lapsesSoonInDays) {
        return lapsesSoonInDays == null ? Contents.LAPSES_SOON_UNLESS_SAID_IN_DAYS : lapsesSoonInDays;
    }

    /** An absent list is an empty one: editions were kept before all of these lists existed. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : new ArrayList<>(list);
    }
}
