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
        List<Link> links,
        List<ThreadTemplate> threads) {

    /** A document that the edition names, and the criteria it is evidence for. */
    public record NamedDocument(String code, String title, List<CriterionCode> criteria) {

        public NamedDocument {
            criteria = List.copyOf(criteria);
        }
    }

    /** One criterion says that it is linked to another; the other need not say so too. */
    public record Link(CriterionCode from, CriterionCode to) {}

    /** A path through some criteria that the edition proposes for golden threads. */
    public record ThreadTemplate(String code, String title, List<CriterionCode> criteria) {

        public ThreadTemplate {
            criteria = List.copyOf(criteria);
        }
    }

    /** One that names no documents and no links. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria) {
        this(code, version, title, inForceFrom, inForceTo, elements, criteria, List.of(), List.of(), List.of());
    }

    /** One that names no links. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria,
            List<NamedDocument> documents) {
        this(code, version, title, inForceFrom, inForceTo, elements, criteria, documents, List.of(), List.of());
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
        links = List.copyOf(links);
        threads = List.copyOf(threads);
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

    public Optional<ThreadTemplate> thread(String wanted) {
        return threads.stream().filter(thread -> thread.code().equals(wanted)).findFirst();
    }

    /** Whether the first says that it is linked to the second. */
    public boolean links(CriterionCode from, CriterionCode to) {
        return links.contains(new Link(from, to));
    }
}
