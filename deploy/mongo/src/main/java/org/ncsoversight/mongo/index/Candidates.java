package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The documents that can match a query, as one index tells.
 *
 * <p>Of all indexes the one is taken that leaves the fewest candidates; the trees know how many there are without
 * reading them, so there is nothing to guess.
 */
public final class Candidates {

    private final SortedIndex index;
    private final List<Span> spans;
    private final long count;
    private final boolean sorted;
    private final boolean descending;

    Candidates(SortedIndex index, List<Span> spans, Optional<Order> order) {
        this.index = index;
        this.spans = spans;
        this.count = spans.stream().mapToLong(index::countIn).sum();
        this.sorted = order.isPresent();
        this.descending = order.isPresent() && order.get().descending();
    }

    /**
     * Empty if reading all documents is cheaper: no index leaves out half of them, and the query does not just want the
     * first few, or wants them in the order of an index: sorting would have to hold them all.
     */
    public static Optional<Candidates> of(
            Document query,
            @Nullable Document orderBy,
            int limit,
            List<? extends Index<SortKey>> indexes,
            long documents) {
        var search = new Search(Condition.in(query), Order.in(orderBy), documents);
        boolean anyOrder = orderBy == null || orderBy.isEmpty();
        return indexes.stream()
                .filter(SortedIndex.class::isInstance)
                .map(SortedIndex.class::cast)
                .flatMap(index -> search.in(index).stream())
                .filter(found -> found.count <= documents / 2 || found.sorted || (limit > 0 && anyOrder))
                .min(Comparator.<Candidates>comparingLong(found -> found.count)
                        .thenComparingInt(found -> found.sorted ? 0 : 1));
    }

    /** Whether they come in the order the query wants. */
    public boolean areSorted() {
        return sorted;
    }

    /** Goes through them, and can pause on the way. */
    public Walk walk(long documents) {
        return new Walk(index, spans, descending, index.mayRepeat(documents));
    }
}
