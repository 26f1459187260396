package org.ncsoversight.mongo.query;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.ncsoversight.mongo.memory.Allowance;
import org.ncsoversight.mongo.memory.HeapSize;

/**
 * Sorts by values of documents, and keeps no more than these values and what leads to the document.
 *
 * <p>If only the first few are wanted, it never holds more than those.
 */
public final class Sorter<T> {

    private record Entry<T>(List<@Nullable Object> values, long number, T kept, long size) {}

    private final List<String> fields;
    private final List<Comparator<Object>> directions;
    private final long wanted;
    private final Allowance allowance;
    private final PriorityQueue<Entry<T>> lastFirst;
    private final List<Entry<T>> all = new ArrayList<>();
    private long added;

    /** With 0 wanted it keeps all. */
    public Sorter(Document orderBy, long wanted, Allowance allowance) {
        this.fields = List.copyOf(orderBy.keySet());
        this.directions = directionsOf(orderBy);
        this.wanted = wanted;
        this.allowance = allowance;
        this.lastFirst = new PriorityQueue<>(this::compareBackwards);
    }

    /** As {@link DocumentComparator} has it, which compares the documents themselves. */
    private static List<Comparator<Object>> directionsOf(Document orderBy) {
        List<Comparator<Object>> directions = new ArrayList<>();
        for (Object direction : orderBy.values()) {
            directions.add(((Number) direction).intValue() > 0 ? ValueComparator.asc() : ValueComparator.desc());
        }
        return directions;
    }

    public void add(Document document, T kept, long sizeOfKept) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        long size = 4L * HeapSize.OBJECT + HeapSize.ENTRY + sizeOfKept;
        for (String field : fields) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, field);
            values.add(value);
            size += HeapSize.of(value);
        }
        var entry = new Entry<>(values, added++, kept, size);
        if (wanted == 0) {
            allowance.take(size);
            all.add(entry);
        } else if (lastFirst.size() < wanted) {
            allowance.take(size);
            lastFirst.add(entry);
        } else if (compare(entry, lastFirst.peek()) < 0) {
            allowance.take(size);
            lastFirst.add(entry);
            allowance.giveBack(lastFirst.remove().size());
        }
    }

    /** What was kept, in order; may be asked once. The room of each is given back when it is handed out. */
    public Iterator<T> inOrder() {
        List<@Nullable Entry<T>> sorted = new ArrayList<>(wanted == 0 ? all : lastFirst);
        all.clear();
        lastFirst.clear();
        sorted.sort(this::compare);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < sorted.size();
            }

            @Override
            public T next() {
                Entry<T> entry = requireNonNull(sorted.set(next, null));
                next++;
                allowance.giveBack(entry.size());
                return entry.kept();
            }
        };
    }

    private int compareBackwards(Entry<T> one, Entry<T> other) {
        return compare(other, one);
    }

    /** Of equal ones the earlier comes first. */
    private int compare(@Nullable Entry<T> one, @Nullable Entry<T> other) {
        if (one == null || other == null) {
            throw new IllegalStateException("Sorted twice");
        }
        for (int i = 0; i < directions.size(); i++) {
            int order = directions
                    .get(i)
                    .compare(one.values().get(i), other.values().get(i));
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(one.number(), other.number());
    }
}
