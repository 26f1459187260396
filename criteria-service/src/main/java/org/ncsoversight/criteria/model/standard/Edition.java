package org.ncsoversight.criteria.model.standard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One edition of the Standard, whole in itself: whatever it names, it contains. */
public record Edition(
        EditionId id,
        long version,
        String title,
        LocalDate inForceFrom,
        Optional<LocalDate> inForceTo,
        List<Element> elements,
        List<Criterion> criteria,
        List<Link> links,
        List<GoldenThread> threads,
        List<Measure> measures) {

    public Edition {
        elements = List.copyOf(elements);
        criteria = List.copyOf(criteria);
        links = List.copyOf(links);
        threads = List.copyOf(threads);
        measures = List.copyOf(measures);
        refuseTwice("element", elements.stream().map(Element::number).toList());
        refuseTwice("criterion", criteria.stream().map(Criterion::code).toList());
        refuseTwice("link", links);
        refuseTwice("thread", threads.stream().map(GoldenThread::code).toList());
        refuseTwice("measure", measures.stream().map(Measure::code).toList());
        refuseUnknown(elements, criteria, links, threads, measures);
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

    public List<GoldenThread> threadsWith(CriterionCode code) {
        return threads.stream()
                .filter(thread -> thread.criteria().contains(code))
                .toList();
    }

    public List<Measure> measuresOf(CriterionCode code) {
        return measures.stream()
                .filter(measure -> measure.criteria().contains(code))
                .toList();
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom)
                && inForceTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    public Edition withVersion(long other) {
        return new Edition(id, other, title, inForceFrom, inForceTo, elements, criteria, links, threads, measures);
    }

    private static void refuseTwice(String what, List<?> things) {
        var seen = new HashSet<>();
        for (Object thing : things) {
            if (!seen.add(thing)) {
                throw new IllegalArgumentException("The same " + what + " twice: " + thing);
            }
        }
    }

    private static void refuseUnknown(
            List<Element> elements,
            List<Criterion> criteria,
            List<Link> links,
            List<GoldenThread> threads,
            List<Measure> measures) {
        Set<Integer> numbers = elements.stream().map(Element::number).collect(Collectors.toSet());
        Set<CriterionCode> codes = criteria.stream().map(Criterion::code).collect(Collectors.toSet());
        for (CriterionCode code : codes) {
            if (!numbers.contains(code.element())) {
                throw new IllegalArgumentException("Criterion " + code + " is of no element");
            }
        }
        for (Link link : links) {
            refuseUnknown("A link", codes, List.of(link.from(), link.to()));
            if (link.from().equals(link.to())) {
                throw new IllegalArgumentException("Criterion " + link.from() + " is linked to itself");
            }
        }
        threads.forEach(thread -> refuseUnknown("Thread " + thread.code(), codes, thread.criteria()));
        measures.forEach(measure -> refuseUnknown("Measure " + measure.code(), codes, measure.criteria()));
    }

    private static void refuseUnknown(String what, Set<CriterionCode> known, Collection<CriterionCode> named) {
        for (CriterionCode code : named) {
            if (!known.contains(code)) {
                throw new IllegalArgumentException(what + " names the unknown criterion " + code);
            }
        }
    }
}
