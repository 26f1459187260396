package org.ncsoversight.evidence.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;

/** One edition of the Standard; inForceTo is null while no end is known. */
public record Edition(
        String code,
        long version,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        List<Element> elements,
        List<Criterion> criteria,
        List<NamedDocument> documents,
        List<Measure> measures) {

    /** A figure that says something about criteria. */
    public record Measure(String code, String title, List<CriterionCode> criteria) {

        public Measure {
            criteria = List.copyOf(criteria);
        }
    }

    /** A document that the edition names, and the criteria it is evidence for. */
    public record NamedDocument(String code, String title, List<CriterionCode> criteria) {

        public NamedDocument {
            criteria = List.copyOf(criteria);
        }
    }

    /** One that names no documents and no measures. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria) {
        this(code, version, title, inForceFrom, inForceTo, elements, criteria, List.of(), List.of());
    }

    /** One that names no measures. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria,
            List<NamedDocument> documents) {
        this(code, version, title, inForceFrom, inForceTo, elements, criteria, documents, List.of());
    }

    /** A group of criteria. */
    public record Element(int number, String title) {}

    public Edition {
        elements = elements.stream()
                .sorted(Comparator.comparingInt(Element::number))
                .toList();
        criteria =
                criteria.stream().sorted(Comparator.comparing(Criterion::code)).toList();
        documents = List.copyOf(documents);
        measures = List.copyOf(measures);
    }

    /** The same, with the day since when each text has been this one, as far as the version heard before tells. */
    public Edition after(@Nullable Edition before, LocalDate heardOn) {
        var dated = criteria.stream()
                .map(criterion -> criterion.since(since(criterion, before, heardOn)))
                .toList();
        return new Edition(code, version, title, inForceFrom, inForceTo, elements, dated, documents);
    }

    private static @Nullable LocalDate since(Criterion criterion, @Nullable Edition before, LocalDate heardOn) {
        var earlier = before == null ? Optional.<Criterion>empty() : before.criterion(criterion.code());
        if (earlier.isPresent() && earlier.get().textVersion() == criterion.textVersion()) {
            return earlier.get().textSince();
        }
        return earlier.isEmpty() && criterion.textVersion() == 1 ? null : heardOn;
    }

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom) && (inForceTo == null || !day.isAfter(inForceTo));
    }

    public Optional<Criterion> criterion(CriterionCode wanted) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(wanted))
                .findFirst();
    }

    public List<Criterion> criteriaOf(Element element) {
        return criteria.stream()
                .filter(criterion -> criterion.element() == element.number())
                .toList();
    }

    public Optional<Measure> measure(String wanted) {
        return measures.stream()
                .filter(measure -> measure.code().equals(wanted))
                .findFirst();
    }
}
