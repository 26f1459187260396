package org.ncsoversight.criteria.standard.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an edition says, whole in itself: whatever it names, it contains.
 *
 * @param lapsesSoonInDays how long before its review date evidence is said to lapse soon
 */
public record Contents(
        String title,
        List<Element> elements,
        List<Criterion> criteria,
        List<NamedDocument> documents,
        List<Link> links,
        List<GoldenThread> threads,
        List<Measure> measures,
        int lapsesSoonInDays) {

    /** Of an edition that says nothing of it, as those did that were kept and exported before it could. */
    public static final int LAPSES_SOON_UNLESS_SAID_IN_DAYS = 60;

    public static final int LONGEST_LAPSES_SOON_IN_DAYS = 366;

    /** One that says nothing of when evidence lapses soon. */
    public Contents(
            String title,
            List<Element> elements,
            List<Criterion> criteria,
            List<NamedDocument> documents,
            List<Link> links,
            List<GoldenThread> threads,
            List<Measure> measures) {
        this(title, elements, criteria, documents, links, threads, measures, LAPSES_SOON_UNLESS_SAID_IN_DAYS);
    }

    public Contents {
        elements = List.copyOf(elements);
        criteria = List.copyOf(criteria);
        documents = List.copyOf(documents);
        links = List.copyOf(links);
        threads = List.copyOf(threads);
        measures = List.copyOf(measures);
        ContentLimits.check(title, elements, criteria, documents, links, threads, measures);
        if (lapsesSoonInDays < 1 || lapsesSoonInDays > LONGEST_LAPSES_SOON_IN_DAYS) {
            throw new IllegalArgumentException("Evidence cannot lapse soon " + lapsesSoonInDays + " days before");
        }
        refuseTwice("element", elements.stream().map(Element::number).toList());
        refuseTwice("criterion", criteria.stream().map(Criterion::code).toList());
        refuseTwice("document", documents.stream().map(NamedDocument::code).toList());
        refuseTwice("link", links);
        refuseTwice("thread", threads.stream().map(GoldenThread::code).toList());
        refuseTwice("measure", measures.stream().map(Measure::code).toList());
        Set<CriterionCode> codes = criteria.stream().map(Criterion::code).collect(Collectors.toSet());
        refuseHomeless(elements, codes);
        refuseUnknown(codes, links);
        documents.forEach(document -> refuseUnknown("Document " + document.code(), codes, document.criteria()));
        threads.forEach(thread -> refuseUnknown("Thread " + thread.code(), codes, thread.criteria()));
        measures.forEach(measure -> refuseUnknown("Measure " + measure.code(), codes, measure.criteria()));
    }

    public Optional<Criterion> criterion(CriterionCode code) {
        return criteria.stream()
                .filter(criterion -> criterion.code().equals(code))
                .findFirst();
    }

    public List<Criterion> criteriaOf(Element element) {
        return criteria.stream()
                .filter(criterion -> criterion.code().element() == element.number())
                .toList();
    }

    /** The criteria that this one names. */
    public List<CriterionCode> linkedFrom(CriterionCode code) {
        return links.stream()
                .filter(link -> link.from().equals(code))
                .map(Link::to)
                .toList();
    }

    /** The criteria that name this one. */
    public List<CriterionCode> linkedTo(CriterionCode code) {
        return links.stream()
                .filter(link -> link.to().equals(code))
                .map(Link::from)
                .toList();
    }

    /** The criteria linked to this one, whichever of the two says so. */
    public List<CriterionCode> linkedEitherWay(CriterionCode code) {
        return criteria.stream()
                .map(Criterion::code)
                .filter(other -> links.contains(new Link(code, other)) || links.contains(new Link(other, code)))
                .toList();
    }

    /** The same with some criteria told differently; those criteria must exist already. */
    public Contents withCriteria(Collection<Criterion> changed) {
        return new Contents(
                title,
                elements,
                criteria.stream()
                        .map(criterion -> changed.stream()
                                .filter(other -> other.code().equals(criterion.code()))
                                .findFirst()
                                .orElse(criterion))
                        .toList(),
                documents,
                links,
                threads,
                measures,
                lapsesSoonInDays);
    }

    /** The same with that criterion told so, whether or not it was there. */
    public Contents with(Criterion criterion) {
        return withCriteria(
                Stream.concat(
                                criteria.stream().filter(other -> !other.code().equals(criterion.code())),
                                Stream.of(criterion))
                        .sorted(Comparator.comparing(Criterion::code))
                        .toList(),
                documents,
                links,
                threads,
                measures);
    }

    /** The same without that criterion and without whatever named nothing else. */
    public Contents without(CriterionCode code) {
        return withCriteria(
                criteria.stream().filter(other -> !other.code().equals(code)).toList(),
                documents.stream()
                        .map(it -> new NamedDocument(it.code(), it.title(), others(it.criteria(), code)))
                        .filter(it -> !it.criteria().isEmpty())
                        .toList(),
                links.stream()
                        .filter(link -> !link.from().equals(code) && !link.to().equals(code))
                        .toList(),
                threads.stream()
                        .map(it -> new GoldenThread(it.code(), it.title(), it.about(), others(it.criteria(), code)))
                        .filter(it -> !it.criteria().isEmpty())
                        .toList(),
                measures.stream()
                        .map(it -> new Measure(
                                it.code(),
                                it.title(),
                                others(it.criteria(), code),
                                it.better(),
                                it.limit(),
                                it.minimumBase()))
                        .filter(it -> !it.criteria().isEmpty())
                        .toList());
    }

    public Contents titled(String other) {
        return new Contents(other, elements, criteria, documents, links, threads, measures, lapsesSoonInDays);
    }

    public Contents withElements(List<Element> others) {
        return new Contents(title, others, criteria, documents, links, threads, measures, lapsesSoonInDays);
    }

    public Contents withDocuments(List<NamedDocument> others) {
        return new Contents(title, elements, criteria, others, links, threads, measures, lapsesSoonInDays);
    }

    public Contents withLinks(List<Link> others) {
        return new Contents(title, elements, criteria, documents, others, threads, measures, lapsesSoonInDays);
    }

    public Contents withThreads(List<GoldenThread> others) {
        return new Contents(title, elements, criteria, documents, links, others, measures, lapsesSoonInDays);
    }

    public Contents withMeasures(List<Measure> others) {
        return new Contents(title, elements, criteria, documents, links, threads, others, lapsesSoonInDays);
    }

    public Contents withLapsesSoon(int days) {
        return new Contents(title, elements, criteria, documents, links, threads, measures, days);
    }

    private Contents withCriteria(
            List<Criterion> others,
            List<NamedDocument> newDocuments,
            List<Link> newLinks,
            List<GoldenThread> newThreads,
            List<Measure> newMeasures) {
        return new Contents(title, elements, others, newDocuments, newLinks, newThreads, newMeasures, lapsesSoonInDays);
    }

    private static List<CriterionCode> others(List<CriterionCode> codes, CriterionCode code) {
        return codes.stream().filter(other -> !other.equals(code)).toList();
    }

    private static void refuseTwice(String what, List<?> things) {
        var seen = new HashSet<>();
        for (Object thing : things) {
            if (!seen.add(thing)) {
                throw new IllegalArgumentException("The same " + what + " twice: " + thing);
            }
        }
    }

    private static void refuseHomeless(List<Element> elements, Set<CriterionCode> codes) {
        Set<Integer> numbers = elements.stream().map(Element::number).collect(Collectors.toSet());
        for (CriterionCode code : codes) {
            if (!numbers.contains(code.element())) {
                throw new IllegalArgumentException("Criterion " + code + " is of no element");
            }
        }
    }

    private static void refuseUnknown(Set<CriterionCode> codes, List<Link> links) {
        for (Link link : links) {
            refuseUnknown("A link", codes, List.of(link.from(), link.to()));
            if (link.from().equals(link.to())) {
                throw new IllegalArgumentException("Criterion " + link.from() + " is linked to itself");
            }
        }
    }

    private static void refuseUnknown(String what, Set<CriterionCode> known, Collection<CriterionCode> named) {
        if (Set.copyOf(named).size() != named.size()) {
            throw new IllegalArgumentException(what + " names a criterion twice");
        }
        for (CriterionCode code : named) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException(what + " names the unknown criterion " + code);
            }
        }
    }
}
