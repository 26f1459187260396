package org.ncsoversight.evidence.criteria;

import static java.util.Objects.requireNonNull;
import static org.ncsoversight.outbox.FieldLimits.checkDay;
import static org.ncsoversight.outbox.FieldLimits.checkList;
import static org.ncsoversight.outbox.FieldLimits.checkSmall;
import static org.ncsoversight.outbox.FieldLimits.checkText;
import static org.ncsoversight.outbox.FieldLimits.checkVersion;
import static org.ncsoversight.outbox.FieldLimits.checkWord;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;
import org.ncsoversight.evidence.model.Voice;
import org.ncsoversight.evidence.standard.Criterion;
import org.ncsoversight.evidence.standard.Edition;

/** Our reading of an edition on ncs.standard.v1: the fields we use, and no edition without them. */
@JsonIgnoreProperties(ignoreUnknown = true)
record EditionMessage(
        String edition,
        Long version,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        List<ElementPart> elements,
        List<CriterionPart> criteria,
        @Nullable List<DocumentPart> documents,
        @Nullable List<MeasurePart> measures,
        @Nullable List<LinkPart> links,
        @Nullable List<ThreadPart> threads,
        @Nullable List<MappingPart> mappings,
        @Nullable List<String> unmapped,
        @Nullable Integer lapsesSoonInDays) {

    static final String TYPE = "org.ncsoversight.standard.edition.v1";

    EditionMessage {
        checkWord("edition", edition);
        checkVersion(version);
        checkWord("title", title);
        checkDay("inForceFrom", inForceFrom);
        if (inForceTo != null) {
            checkDay("inForceTo", inForceTo);
        }
        checkList("elements", elements);
        checkList("criteria", criteria);
        if (lapsesSoonInDays != null) {
            checkSmall("lapsesSoonInDays", lapsesSoonInDays);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ElementPart(Integer number, String title) {

        ElementPart {
            checkSmall("elements.number", number);
            checkWord("elements.title", title);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CriterionPart(
            String code,
            Integer element,
            String title,
            Integer textVersion,
            List<String> voices,
            @Nullable String asks,
            @Nullable Map<String, List<String>> prompts) {

        CriterionPart {
            checkWord("criteria.code", code);
            checkSmall("criteria.element", element);
            checkWord("criteria.title", title);
            checkSmall("criteria.textVersion", textVersion);
            checkList("criteria.voices", voices);
            checkText("criteria.asks", asks);
        }

        Criterion toCriterion() {
            // A voice added after this service was built is one nobody can submit here yet.
            var known = voices.stream().flatMap(word -> Voice.of(word).stream()).toList();
            return new Criterion(
                    new CriterionCode(code), element, title, textVersion, known, null, asks, promptsOfKnownVoices());
        }

        private Map<Voice, List<String>> promptsOfKnownVoices() {
            var known = new EnumMap<Voice, List<String>>(Voice.class);
            Objects.requireNonNullElse(prompts, Map.<String, List<String>>of())
                    .forEach((word, questions) -> Voice.of(word).ifPresent(voice -> known.put(voice, questions)));
            return known;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DocumentPart(String code, String title, @Nullable List<String> criteria) {

        DocumentPart {
            checkWord("documents.code", code);
            checkWord("documents.title", title);
        }

        Edition.NamedDocument toDocument() {
            var codes = Objects.requireNonNullElse(criteria, List.<String>of());
            return new Edition.NamedDocument(
                    code, title, codes.stream().map(CriterionCode::new).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MeasurePart(String code, String title, List<String> criteria) {

        MeasurePart {
            checkWord("measures.code", code);
            checkWord("measures.title", title);
            checkList("measures.criteria", criteria);
        }

        Edition.Measure toMeasure() {
            return new Edition.Measure(
                    code, title, criteria.stream().map(CriterionCode::new).toList());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record LinkPart(String from, String to) {

        LinkPart {
            requireNonNull(from, "links.from");
            requireNonNull(to, "links.to");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ThreadPart(String code, String title, List<String> criteria) {

        ThreadPart {
            checkWord("threads.code", code);
            checkWord("threads.title", title);
            checkList("threads.criteria", criteria);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record MappingPart(String fromEdition, String from, String kind) {

        MappingPart {
            requireNonNull(fromEdition, "mappings.fromEdition");
            requireNonNull(from, "mappings.from");
            requireNonNull(kind, "mappings.kind");
        }
    }

    /** What leads nowhere is of every edition that something else comes from: it is told without its edition. */
    private List<Edition.Earlier> reworked() {
        var all = Objects.requireNonNullElse(mappings, List.<MappingPart>of());
        var reworked = all.stream()
                .filter(mapping -> !mapping.kind().equals("same"))
                .map(mapping -> new Edition.Earlier(mapping.fromEdition(), new CriterionCode(mapping.from())));
        var gone = all.stream()
                .map(MappingPart::fromEdition)
                .distinct()
                .flatMap(earlier -> Objects.requireNonNullElse(unmapped, List.<String>of()).stream()
                        .map(code -> new Edition.Earlier(earlier, new CriterionCode(code))));
        return Stream.concat(reworked, gone).distinct().toList();
    }

    private List<Edition.Link> linksOfEdition() {
        return Objects.requireNonNullElse(links, List.<LinkPart>of()).stream()
                .map(link -> new Edition.Link(new CriterionCode(link.from()), new CriterionCode(link.to())))
                .toList();
    }

    private List<Edition.ThreadTemplate> threadsOfEdition() {
        return Objects.requireNonNullElse(threads, List.<ThreadPart>of()).stream()
                .map(thread -> new Edition.ThreadTemplate(
                        thread.code(),
                        thread.title(),
                        thread.criteria().stream().map(CriterionCode::new).toList()))
                .toList();
    }

    Edition toEdition() {
        return new Edition(
                edition,
                version,
                title,
                inForceFrom,
                inForceTo,
                elements.stream()
                        .map(element -> new Edition.Element(element.number(), element.title()))
                        .toList(),
                criteria.stream().map(CriterionPart::toCriterion).toList(),
                Objects.requireNonNullElse(documents, List.<DocumentPart>of()).stream()
                        .map(DocumentPart::toDocument)
                        .toList(),
                Objects.requireNonNullElse(measures, List.<MeasurePart>of()).stream()
                        .map(MeasurePart::toMeasure)
                        .toList(),
                linksOfEdition(),
                threadsOfEdition(),
                reworked(),
                Objects.requireNonNullElse(lapsesSoonInDays, Edition.LAPSES_SOON_UNLESS_SAID_IN_DAYS));
    }
}
