package org.ncsoversight.evidence.criteria;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
        @Nullable List<MeasurePart> measures) {

    static final String TYPE = "org.ncsoversight.standard.edition.v1";

    EditionMessage {
        requireNonNull(edition, "edition");
        requireNonNull(version, "version");
        requireNonNull(title, "title");
        requireNonNull(inForceFrom, "inForceFrom");
        requireNonNull(elements, "elements");
        requireNonNull(criteria, "criteria");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ElementPart(Integer number, String title) {

        ElementPart {
            requireNonNull(number, "elements.number");
            requireNonNull(title, "elements.title");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record CriterionPart(String code, Integer element, String title, Integer textVersion, List<String> voices) {

        CriterionPart {
            requireNonNull(code, "criteria.code");
            requireNonNull(element, "criteria.element");
            requireNonNull(title, "criteria.title");
            requireNonNull(textVersion, "criteria.textVersion");
            requireNonNull(voices, "criteria.voices");
        }

        Criterion toCriterion() {
            // A voice added after this service was built is one nobody can submit here yet.
            var known = voices.stream().flatMap(word -> Voice.of(word).stream()).toList();
            return new Criterion(new CriterionCode(code), element, title, textVersion, known);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record DocumentPart(String code, String title, @Nullable List<String> criteria) {

        DocumentPart {
            requireNonNull(code, "documents.code");
            requireNonNull(title, "documents.title");
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
            requireNonNull(code, "measures.code");
            requireNonNull(title, "measures.title");
            requireNonNull(criteria, "measures.criteria");
        }

        Edition.Measure toMeasure() {
            return new Edition.Measure(
                    code, title, criteria.stream().map(CriterionCode::new).toList());
        }
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
                        .toList());
    }
}
