package org.ncsoversight.criteria.messages;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.criteria.model.standard.Criterion;
import org.ncsoversight.criteria.model.standard.CriterionCode;
import org.ncsoversight.criteria.model.standard.Edition;
import org.ncsoversight.criteria.model.standard.EditionId;
import org.ncsoversight.criteria.model.standard.Element;
import org.ncsoversight.criteria.model.standard.GoldenThread;
import org.ncsoversight.criteria.model.standard.Link;
import org.ncsoversight.criteria.model.standard.Measure;
import org.ncsoversight.criteria.model.standard.Voice;

/** A whole edition as JSON, texts included: as it is bundled, kept and read over HTTP. */
public final class EditionFile {

    private record Whole(
            String edition,
            long version,
            String title,
            String inForceFrom,
            @Nullable String inForceTo,
            List<Element> elements,
            List<CriterionEntry> criteria,
            List<LinkEntry> links,
            List<ThreadEntry> threads,
            List<MeasureEntry> measures) {}

    private record CriterionEntry(
            String code,
            int element,
            String title,
            int textVersion,
            String asks,
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
                    documents,
                    voices.stream().map(Voice::of).toList(),
                    voicesWhereAppropriate.stream().map(Voice::of).collect(Collectors.toSet()),
                    byVoice);
        }

        static CriterionEntry of(Criterion criterion) {
            var prompts = new LinkedHashMap<String, List<String>>();
            criterion
                    .voices()
                    .forEach(voice ->
                            prompts.put(voice.code(), criterion.prompts().getOrDefault(voice, List.of())));
            return new CriterionEntry(
                    criterion.code().value(),
                    criterion.code().element(),
                    criterion.title(),
                    criterion.textVersion(),
                    criterion.asks(),
                    criterion.documents(),
                    criterion.voices().stream().map(Voice::code).toList(),
                    criterion.whereAppropriate().stream()
                            .sorted()
                            .map(Voice::code)
                            .toList(),
                    prompts);
        }
    }

    private record LinkEntry(String from, String to) {}

    private record ThreadEntry(String code, String title, String about, List<String> criteria) {}

    private record MeasureEntry(
            String code, String title, List<String> criteria, String better, double limit, int minimumBase) {}

    private EditionFile() {}

    /** Reads an edition and refuses one that is not whole. */
    public static Edition read(String json) {
        Whole whole = Wire.JSON.readValue(json, Whole.class);
        return new Edition(
                new EditionId(whole.edition),
                whole.version,
                whole.title,
                LocalDate.parse(whole.inForceFrom),
                Optional.ofNullable(whole.inForceTo).map(LocalDate::parse),
                whole.elements,
                whole.criteria.stream().map(CriterionEntry::criterion).toList(),
                whole.links.stream()
                        .map(link -> new Link(CriterionCode.of(link.from), CriterionCode.of(link.to)))
                        .toList(),
                whole.threads.stream()
                        .map(thread ->
                                new GoldenThread(thread.code, thread.title, thread.about, codes(thread.criteria)))
                        .toList(),
                whole.measures.stream()
                        .map(measure -> new Measure(
                                measure.code,
                                measure.title,
                                codes(measure.criteria),
                                Measure.Better.valueOf(measure.better.toUpperCase(Locale.ROOT)),
                                measure.limit,
                                measure.minimumBase))
                        .toList());
    }

    public static String write(Edition edition) {
        return Wire.JSON.writeValueAsString(new Whole(
                edition.id().value(),
                edition.version(),
                edition.title(),
                edition.inForceFrom().toString(),
                edition.inForceTo().map(LocalDate::toString).orElse(null),
                edition.elements(),
                edition.criteria().stream().map(CriterionEntry::of).toList(),
                edition.links().stream()
                        .map(link ->
                                new LinkEntry(link.from().value(), link.to().value()))
                        .toList(),
                edition.threads().stream()
                        .map(thread -> new ThreadEntry(
                                thread.code(), thread.title(), thread.about(), texts(thread.criteria())))
                        .toList(),
                edition.measures().stream()
                        .map(measure -> new MeasureEntry(
                                measure.code(),
                                measure.title(),
                                texts(measure.criteria()),
                                code(measure.better()),
                                measure.limit(),
                                measure.minimumBase()))
                        .toList()));
    }

    static String code(Measure.Better better) {
        return better.name().toLowerCase(Locale.ROOT);
    }

    private static List<CriterionCode> codes(List<String> texts) {
        return texts.stream().map(CriterionCode::of).toList();
    }

    private static List<String> texts(List<CriterionCode> codes) {
        return codes.stream().map(CriterionCode::value).toList();
    }
}
