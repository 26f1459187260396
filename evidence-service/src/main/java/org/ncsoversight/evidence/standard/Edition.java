package org.ncsoversight.evidence.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.evidence.model.CriterionCode;

/**
 * One edition of the Standard.
 *
 * @param inForceTo null while no end is known
 * @param reworked criteria of earlier editions that this one asks in another way, or no longer
 * @param lapsesSoonInDays how long before its review date evidence is said to lapse soon
 */
public record Edition(
        String code,
        long version,
        String title,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        List<Element> elements,
        List<Criterion> criteria,
        List<NamedDocument> documents,
        List<Measure> measures,
        List<Link> links,
        List<ThreadTemplate> threads,
        List<Earlier> reworked,
        int lapsesSoonInDays) {

    /** As criteria-service has it for editions told before they could say it. */
    public static final int LAPSES_SOON_UNLESS_SAID_IN_DAYS = 60;

    /** A criterion of an earlier edition. */
    public record Earlier(String edition, CriterionCode criterion) {}

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

    /** One criterion says that it is linked to another; the other need not say so too. */
    public record Link(CriterionCode from, CriterionCode to) {}

    /** A path through some criteria that the edition proposes for golden threads. */
    public record ThreadTemplate(String code, String title, List<CriterionCode> criteria) {

        public ThreadTemplate {
            criteria = List.copyOf(criteria);
        }
    }

    /** One that names no documents, measures and links. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria) {
        this(code, version, title, inForceFrom, inForceTo, elements, criteria, List.of());
    }

    /** One that names no measures and no links. */
    public Edition(
            String code,
            long version,
            String title,
            LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            List<Element> elements,
            List<Criterion> criteria,
            List<NamedDocument> documents) {
        this(
                code,
                version,
                title,
                inForceFrom,
                inForceTo,
                elements,
                criteria,
                documents,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LAPSES_SOON_UNLESS_SAID_IN_DAYS);
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
        measures = List.copyOf(measures);
        reworked = List.copyOf(reworked);
    }

    /** The same, with the day since when each text has been this one, as far as the version heard before tells. */
    public Edition after(@Nullable Edition before, LocalDate heardOn) {
        var dated = criteria.stream()
                .map(criterion -> criterion.since(since(criterion, before, heardOn)))
                .toList();
        return new Edition(
                code,
                version,
                title,
                inForceFrom,
                inForceTo,
                elements,
                dated,
                documents,
                measures,
                links,
                threads,
                reworked,
                lapsesSoonInDays);
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

    public Optional<ThreadTemplate> thread(String wanted) {
        return threads.stream().filter(thread -> thread.code().equals(wanted)).findFirst();
    }

    /** Whether the first says that it is linked to the second. */
    public boolean links(CriterionCode from, CriterionCode to) {
        return links.contains(new Link(from, to));
    }

    public Optional<Measure> measure(String wanted) {
        return measures.stream()
                .filter(measure -> measure.code().equals(wanted))
                .findFirst();
    }
}
