package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The documents that can match a query, as one index tells.
 *
 * <p>Of all indexes the one is taken that leaves the fewest candidates; the trees know how many there are without
 * reading them, so there is nothing to guess.
 */
public final class Candidates {

    /** Beyond this many look-ups, further fields of an index are not used to narrow down. */
    private static final int MOST_SPANS = 10_000;

    private final SortedIndex index;
    private final List<Span> spans;
    private final long count;

    private Candidates(SortedIndex index, List<Span> spans) {
        this.index = index;
        this.spans = spans;
        this.count = spans.stream().mapToLong(index::countIn).sum();
    }

    /** Empty if no index can leave out at least half of the documents: then reading them in order is cheaper. */
    public static Optional<Candidates> of(Document query, List<? extends Index<SortKey>> indexes, long documents) {
        Map<String, List<Condition>> conditions = Condition.in(query);
        return indexes.stream()
                .filter(SortedIndex.class::isInstance)
                .map(SortedIndex.class::cast)
                .flatMap(index -> in(index, conditions, documents).stream())
                .filter(candidates -> candidates.count <= documents / 2)
                .min(Comparator.comparingLong(candidates -> candidates.count));
    }

    /** Each position once. */
    public Stream<SortKey> positions() {
        return spans.stream().flatMap(index::positionsIn).distinct();
    }

    private static Optional<Candidates> in(SortedIndex index, Map<String, List<Condition>> conditions, long documents) {
        boolean oneValueEach = !index.holdsOnlyPresentValues() && index.getCount() == documents;
        List<SortKey> beginnings = List.of(SortKey.EMPTY);
        for (String field : index.fields()) {
            var condition = Condition.together(conditions.getOrDefault(field, List.of()), oneValueEach);
            if (condition.orElse(null) instanceof Condition.Values(var keys)
                    && beginnings.size() * keys.size() <= MOST_SPANS) {
                beginnings = combine(beginnings, keys);
            } else if (condition.orElse(null) instanceof Condition.Range(var span)) {
                return Optional.of(new Candidates(
                        index, beginnings.stream().map(span::after).toList()));
            } else {
                break;
            }
        }
        if (beginnings.contains(SortKey.EMPTY)) {
            return holdsAll(index, conditions)
                    ? Optional.of(new Candidates(index, List.of(Span.EVERYTHING)))
                    : Optional.empty();
        }
        return Optional.of(new Candidates(
                index, beginnings.stream().map(Span::ofAllThatStartWith).toList()));
    }

    /** Whether a document that is not in the index lacks something the query demands. */
    private static boolean holdsAll(SortedIndex index, Map<String, List<Condition>> conditions) {
        return index.holdsOnlyPresentValues() && index.fields().stream().anyMatch(conditions::containsKey);
    }

    private static List<SortKey> combine(List<SortKey> beginnings, List<SortKey> next) {
        List<SortKey> combined = new ArrayList<>();
        for (SortKey beginning : beginnings) {
            for (SortKey key : next) {
                combined.add(beginning.then(key));
            }
        }
        return combined;
    }
}
