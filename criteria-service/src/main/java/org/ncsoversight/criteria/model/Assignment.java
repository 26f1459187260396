package org.ncsoversight.criteria.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The providers whose evidence an assessor may review: all, or exactly these. */
public record Assignment(boolean all, SortedSet<Ukprn> providers) {

    public static final Assignment NONE = new Assignment(false, new TreeSet<>());
    public static final Assignment ALL = new Assignment(true, new TreeSet<>());

    private static final String EVERY_PROVIDER = "all";

    public Assignment {
        providers = new TreeSet<>(all ? Set.of() : providers);
    }

    /** As typed, apart by spaces, commas or lines; empty when a word is neither a UKPRN nor {@code all}. */
    public static Optional<Assignment> parse(String text) {
        return ofWords(Arrays.stream(text.strip().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    public static Optional<Assignment> ofWords(Collection<String> words) {
        if (words.stream().anyMatch(EVERY_PROVIDER::equalsIgnoreCase)) {
            return Optional.of(ALL);
        }
        List<Ukprn> read =
                words.stream().map(Ukprn::parse).flatMap(Optional::stream).toList();
        return read.size() == words.size() ? Optional.of(new Assignment(false, new TreeSet<>(read))) : Optional.empty();
    }

    public boolean isNone() {
        return !all && providers.isEmpty();
    }

    /** As the identity provider keeps it. */
    public List<String> words() {
        return all
                ? List.of(EVERY_PROVIDER)
                : providers.stream().map(Ukprn::value).toList();
    }
}
