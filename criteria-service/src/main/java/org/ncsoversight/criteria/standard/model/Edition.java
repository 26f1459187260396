package org.ncsoversight.criteria.standard.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One published edition of the Standard. Of two in force on the same day, the one that came into force later leads.
 *
 * @param replaces which edition it follows, and that one's last day
 * @param mappings where the criteria of that edition went
 */
public record Edition(
        EditionId id,
        long version,
        Contents contents,
        LocalDate inForceFrom,
        Optional<LocalDate> inForceTo,
        State state,
        Optional<Replacement> replaces,
        List<Mapping> mappings,
        Source source) {

    /** Where it is in its life; a draft is not an edition yet. */
    public enum State {
        /** From its publication, so also before its first day: the dates decide. */
        IN_FORCE,
        SUPERSEDED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Who has told it as it stands. */
    public enum Source {
        BUNDLED,
        ADMINISTRATOR
    }

    /** The edition that this one follows, which stays in force up to and including its last day. */
    public record Replacement(EditionId edition, LocalDate lastDay) {}

    public Edition {
        mappings = List.copyOf(mappings);
        Set<CriterionCode> codes =
                contents.criteria().stream().map(Criterion::code).collect(Collectors.toSet());
        for (Mapping mapping : mappings) {
            if (!codes.containsAll(mapping.to())) {
                throw new IllegalArgumentException("The mapping of " + mapping.from() + " names an unknown criterion");
            }
        }
        if (inForceTo.filter(inForceFrom::isAfter).isPresent()) {
            throw new IllegalArgumentException("Edition " + id.value() + " would end before it begins");
        }
    }

    /** An edition as it comes with the service. */
    public static Edition bundled(
            EditionId id, long version, Contents contents, LocalDate from, Optional<LocalDate> to) {
        return new Edition(
                id, version, contents, from, to, State.IN_FORCE, Optional.empty(), List.of(), Source.BUNDLED);
    }

    public String title() {
        return contents.title();
    }

    public List<Element> elements() {
        return contents.elements();
    }

    public List<Criterion> criteria() {
        return contents.criteria();
    }

    public List<Link> links() {
        return contents.links();
    }

    public List<GoldenThread> threads() {
        return contents.threads();
    }

    public List<Measure> measures() {
        return contents.measures();
    }

    public Optional<Criterion> criterion(CriterionCode code) {
        return contents.criterion(code);
    }

    public List<Criterion> criteriaOf(Element element) {
        return contents.criteriaOf(element);
    }

    /** The criteria that this one names. */
    public List<CriterionCode> linkedFrom(CriterionCode code) {
        return contents.linkedFrom(code);
    }

    /** The criteria that name this one. */
    public List<CriterionCode> linkedTo(CriterionCode code) {
        return contents.linkedTo(code);
    }

    public List<GoldenThread> threadsWith(CriterionCode code) {
        return threads().stream()
                .filter(thread -> thread.criteria().contains(code))
                .toList();
    }

    public List<Measure> measuresOf(CriterionCode code) {
        return measures().stream()
                .filter(measure -> measure.criteria().contains(code))
                .toList();
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForceFrom)
                && inForceTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The criteria of this edition that no criterion of the earlier one leads to; none if it follows no other. */
    public Set<CriterionCode> mappedFromNothing() {
        var codes = new TreeSet<CriterionCode>();
        replaces.ifPresent(earlier -> {
            criteria().forEach(criterion -> codes.add(criterion.code()));
            mappings.stream()
                    .filter(mapping -> mapping.fromEdition().equals(earlier.edition()))
                    .forEach(mapping -> mapping.to().forEach(codes::remove));
        });
        return codes;
    }

    /** The criteria of the earlier edition that lead nowhere in this one. */
    public Set<CriterionCode> mappedToNothing(Edition earlier) {
        var codes = new TreeSet<CriterionCode>();
        earlier.criteria().forEach(criterion -> codes.add(criterion.code()));
        mappings.stream()
                .filter(mapping -> mapping.fromEdition().equals(earlier.id()))
                .forEach(mapping -> codes.remove(mapping.from()));
        return codes;
    }

    public Edition withVersion(long other) {
        return new Edition(id, other, contents, inForceFrom, inForceTo, state, replaces, mappings, source);
    }

    /** The same as its next version, in force from that day and following as said. */
    public Edition beginningOn(LocalDate first, Optional<Replacement> following) {
        return new Edition(id, version + 1, contents, first, inForceTo, state, following, mappings, source);
    }

    /** The same as its next version, in force up to and including that day. */
    public Edition endingOn(LocalDate last) {
        return new Edition(
                id, version + 1, contents, inForceFrom, Optional.of(last), state, replaces, mappings, source);
    }

    /** The same as its next version, no longer in force. */
    public Edition superseded() {
        return new Edition(
                id, version + 1, contents, inForceFrom, inForceTo, State.SUPERSEDED, replaces, mappings, source);
    }
}
