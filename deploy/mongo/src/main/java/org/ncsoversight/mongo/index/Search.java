package org.ncsoversight.mongo.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what a query demands into spans of an index. */
record Search(Map<String, List<Condition>> conditions, Optional<Order> order, long documents) {

    /** Beyond this many look-ups, further fields of an index are not used to narrow down. */
    private static final int MOST_SPANS = 10_000;

    /** Values for the first fields, then a range of the next; whatever follows is left to the matcher. */
    Optional<Candidates> in(SortedIndex index) {
        boolean oneValueEach = index.hasOneEntryFor(documents);
        List<SortKey> beginnings = List.of(SortKey.EMPTY);
        for (String field : index.sortedBy()) {
            var condition = Condition.together(conditions.getOrDefault(field, List.of()), oneValueEach);
            if (condition.orElse(null) instanceof Condition.Values(var keys)
                    && beginnings.size() * keys.size() <= MOST_SPANS) {
                beginnings = combine(beginnings, keys);
            } else if (condition.orElse(null) instanceof Condition.Range(var range)) {
                List<Span> spans = beginnings.stream().map(range::after).toList();
                return Optional.of(new Candidates(index, spans, orderOf(field, index, beginnings)));
            } else {
                return without(field, index, beginnings);
            }
        }
        return Optional.of(new Candidates(index, whole(beginnings), Optional.empty()));
    }

    /** All entries that begin with the values found so far, since the next field may be anything. */
    private Optional<Candidates> without(String field, SortedIndex index, List<SortKey> beginnings) {
        Optional<Order> sorted = orderOf(field, index, beginnings);
        boolean helps = !beginnings.contains(SortKey.EMPTY)
                || index.holdsAllWith(conditions.keySet())
                || (sorted.isPresent() && index.hasOneEntryFor(documents));
        return helps ? Optional.of(new Candidates(index, whole(beginnings), sorted)) : Optional.empty();
    }

    private static List<Span> whole(List<SortKey> beginnings) {
        return beginnings.stream()
                .map(beginning ->
                        beginning.equals(SortKey.EMPTY) ? Span.EVERYTHING : Span.ofAllThatStartWith(beginning))
                .toList();
    }

    /** The order wanted, if entries behind the one beginning have it: a document sorts by one plain value then. */
    private Optional<Order> orderOf(String field, SortedIndex index, List<SortKey> beginnings) {
        return order.filter(wanted -> wanted.field().equals(field))
                .filter(_ -> beginnings.size() == 1)
                .filter(_ -> field.equals("_id") || index.hasOneEntryFor(documents))
                .filter(_ -> Span.ofUnsortedTypes()
                        .map(types -> types.after(beginnings.getFirst()))
                        .allMatch(span -> index.countIn(span) == 0));
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
