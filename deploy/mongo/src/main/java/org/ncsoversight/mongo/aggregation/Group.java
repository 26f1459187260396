package org.ncsoversight.mongo.aggregation;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.aggregation.Expression;
import de.bwaldvogel.mongo.backend.aggregation.accumulator.Accumulator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;

/** {@code $group}: of each document only what the accumulators keep stays in memory. */
final class Group {

    private final @Nullable Object id;
    private final Map<String, Supplier<Accumulator>> accumulators;
    private final Allowance allowance;
    private final TreeMap<Object, List<Kept>> groups = new TreeMap<>(ValueComparator.asc());

    /** The document has been accepted by the library's own stage. */
    Group(Document stage, Allowance allowance) {
        this.id = stage.get("_id");
        this.accumulators = Accumulator.parse(stage);
        this.allowance = allowance;
    }

    Iterator<Document> of(Stream<Document> documents) {
        documents.forEach(this::add);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !groups.isEmpty();
            }

            @Override
            public Document next() {
                return result(groups.pollFirstEntry());
            }
        };
    }

    private void add(Document document) {
        Object value = Expression.evaluateDocument(id, document);
        Object key = value instanceof Missing ? null : value;
        List<Kept> group = groups.get(key);
        if (group == null) {
            allowance.take(HeapSize.ENTRY + HeapSize.of(key) + 4L * HeapSize.OBJECT * accumulators.size());
            group = accumulators.values().stream()
                    .map(accumulator -> new Kept(accumulator.get(), allowance))
                    .toList();
            groups.put(key, group);
        }
        group.forEach(kept -> kept.add(document));
    }

    private static Document result(Map.Entry<Object, List<Kept>> group) {
        var result = new Document("_id", group.getKey());
        group.getValue().forEach(kept -> result.put(kept.field(), kept.result()));
        return result;
    }
}
