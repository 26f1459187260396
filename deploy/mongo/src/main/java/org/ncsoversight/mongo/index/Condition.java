package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of one field, as far as an index can help with it.
 *
 * <p>A condition may let through more than the query does, never less, since every candidate is still compared with the
 * whole query. Whatever is not understood here (null, arrays, embedded documents, regular expressions, negations) is
 * simply no condition.
 */
sealed interface Condition {

    /** One of these values, in ascending order. */
    record Values(List<SortKey> keys) implements Condition {}

    /** A value of one type, between two limits, both included: the query's own comparison excludes them if it has to. */
    record Range(Span span) implements Condition {}

    /** Any value. */
    record Present() implements Condition {}

    /** The conditions by field, from all parts of the query that must hold together. */
    static Map<String, List<Condition>> in(Document query) {
        Map<String, List<Condition>> found = new HashMap<>();
        collect(query, found);
        return found;
    }

    private static void collect(Document query, Map<String, List<Condition>> found) {
        query.forEach((field, demand) -> {
            if (field.equals("$and") && demand instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (part instanceof Document document) {
                        collect(document, found);
                    }
                }
            } else if (!field.startsWith("$")) {
                on(demand)
                        .ifPresent(condition -> found.computeIfAbsent(field, _ -> new ArrayList<>())
                                .add(condition));
            }
        });
    }

    /**
     * One condition that is no stricter than all of them together.
     *
     * <p>Two ranges may be met by two elements of one array, so they are put together only if each document has one
     * value.
     */
    static Optional<Condition> together(List<Condition> conditions, boolean oneValueEach) {
        Optional<Condition> values =
                conditions.stream().filter(Values.class::isInstance).findFirst();
        Stream<Condition> ranges = conditions.stream().filter(Range.class::isInstance);
        return values.or(() -> oneValueEach ? ranges.reduce(Condition::narrower) : ranges.findFirst());
    }

    private static Condition narrower(Condition one, Condition other) {
        return new Range(((Range) one).span().overlap(((Range) other).span()));
    }

    private static Optional<Condition> on(@Nullable Object demand) {
        if (!(demand instanceof Document operators)) {
            return isOrdinary(demand) ? Optional.of(values(List.of(demand))) : Optional.empty();
        }
        if (isOrdinary(operators.get("$eq"))) {
            return Optional.of(values(List.of(operators.get("$eq"))));
        }
        if (operators.get("$in") instanceof Collection<?> members
                && members.stream().allMatch(Condition::isOrdinary)) {
            return Optional.of(values(members));
        }
        Optional<Condition> range = range(operators);
        return range.isEmpty() && Boolean.TRUE.equals(operators.get("$exists")) ? Optional.of(new Present()) : range;
    }

    private static Values values(Collection<?> values) {
        return new Values(values.stream().map(SortKey::of).distinct().sorted().toList());
    }

    private static Optional<Condition> range(Document operators) {
        Object low = firstOf(operators, "$gte", "$gt");
        Object high = firstOf(operators, "$lte", "$lt");
        Object either = low == null ? high : low;
        if (either == null || (low != null && !isOrdinary(low)) || (high != null && !isOrdinary(high))) {
            return Optional.empty();
        }
        SortKey type = SortKey.typeOf(either);
        return Optional.of(new Range(new Span(
                low == null ? type : SortKey.of(low),
                (high == null ? type : SortKey.of(high)).afterAllThatStartLikeThis())));
    }

    private static @Nullable Object firstOf(Document operators, String first, String second) {
        return operators.containsKey(first) ? operators.get(first) : operators.get(second);
    }

    /** Whether the matcher compares such a value with each element of an array, and by the order the keys have. */
    private static boolean isOrdinary(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Number number -> !Double.isNaN(number.doubleValue());
            case String _, Boolean _, Instant _, ObjectId _, UUID _ -> true;
            default -> false;
        };
    }
}
