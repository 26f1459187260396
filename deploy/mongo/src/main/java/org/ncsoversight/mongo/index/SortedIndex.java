package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of some fields of all documents, in order, each with the position of its document.
 *
 * <p>A document with arrays has an entry for each element. In an index that is not unique the position is also the end
 * of the key, so that many documents can have the same values.
 */
public final class SortedIndex extends Index<SortKey> {

    private final boolean unique;
    private final MVMap<SortKey, SortKey> positions;
    private final Function<Document, SortKey> positionOf;

    public SortedIndex(
            String name,
            List<IndexKey> fields,
            boolean sparse,
            boolean unique,
            MVMap<SortKey, SortKey> positions,
            Function<Document, SortKey> positionOf) {
        super(name, fields, sparse);
        this.unique = unique;
        this.positions = positions;
        this.positionOf = positionOf;
    }

    /** The fields the entries are sorted by. The position, at the end if the index is not unique, is the id. */
    List<String> sortedBy() {
        return unique
                ? keys()
                : Stream.concat(keys().stream(), Stream.of("_id")).toList();
    }

    /** Whether no document has more than one entry, or none. */
    boolean hasOneEntryFor(long documents) {
        return !isSparse() && getCount() == documents;
    }

    /** Whether a document that is not in the index lacks one of these fields. */
    boolean holdsAllWith(Set<String> fields) {
        return isSparse() && keys().stream().anyMatch(fields::contains);
    }

    /** How many entries lie in a span; counted in the tree, without reading them. */
    long countIn(Span span) {
        return Math.max(0, rank(span.end()) - rank(span.from()));
    }

    private long rank(SortKey key) {
        long index = positions.getKeyIndex(key);
        return index < 0 ? -index - 1 : index;
    }

    /** Entries from the one behind the last, or from the beginning of the span; empty if there are none. */
    Optional<Cursor<SortKey, SortKey>> entriesIn(Span span, @Nullable SortKey last, boolean descending) {
        SortKey start = descending
                ? positions.lowerKey(last == null ? span.end() : last)
                : last == null ? span.from() : positions.higherKey(last);
        return Optional.ofNullable(start).map(from -> positions.cursor(from, null, descending));
    }

    /** Whether a document can have several entries, or could when the index was last counted. */
    boolean mayRepeat(long documents) {
        return !keys().equals(List.of("_id")) && !hasOneEntryFor(documents);
    }

    Set<SortKey> keysOf(Document document) {
        return entries(document).keySet();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<SortKey> collection) {
        checkNobodyElseHas(entries(document), null, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<SortKey> collection) {
        checkNobodyElseHas(entries(newDocument), positionOf.apply(oldDocument), collection);
    }

    private void checkNobodyElseHas(
            Map<SortKey, KeyValue> entries, @Nullable SortKey owner, MongoCollection<SortKey> collection) {
        if (unique) {
            entries.forEach((entry, values) -> {
                SortKey holder = positions.get(entry);
                if (holder != null && !holder.equals(owner)) {
                    throw new DuplicateKeyError(this, collection, getKeys(), values);
                }
            });
        }
    }

    @Override
    public void add(Document document, SortKey position, MongoCollection<SortKey> collection) {
        entries(document).keySet().forEach(entry -> positions.put(entry, position));
    }

    @Override
    public SortKey remove(Document document) {
        entries(document).keySet().forEach(positions::remove);
        return positionOf.apply(document);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, SortKey position, MongoCollection<SortKey> collection) {
        var before = entries(oldDocument).keySet();
        var after = entries(newDocument).keySet();
        before.stream().filter(entry -> !after.contains(entry)).forEach(positions::remove);
        after.stream().filter(entry -> !before.contains(entry)).forEach(entry -> positions.put(entry, position));
    }

    /** The document's keys in this index, with the values for messages. */
    private Map<SortKey, KeyValue> entries(Document document) {
        List<List<@Nullable Object>> rows = List.of(List.of());
        boolean present = false;
        for (String field : keys()) {
            List<@Nullable Object> values = FieldValues.at(field, document);
            present |= values.stream().anyMatch(value -> !(value instanceof Missing));
            rows = combine(rows, values);
        }
        Map<SortKey, KeyValue> entries = new HashMap<>();
        if (present || !isSparse()) {
            for (List<@Nullable Object> row : rows) {
                entries.put(entryOf(row, document), new KeyValue(row));
            }
        }
        return entries;
    }

    private SortKey entryOf(List<@Nullable Object> row, Document document) {
        SortKey key = SortKey.EMPTY;
        for (Object value : row) {
            key = key.then(SortKey.of(value));
        }
        return unique ? key : key.then(positionOf.apply(document));
    }

    private static List<List<@Nullable Object>> combine(
            List<List<@Nullable Object>> rows, List<@Nullable Object> values) {
        List<List<@Nullable Object>> combined = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            for (Object value : values) {
                List<@Nullable Object> longer = new ArrayList<>(row);
                longer.add(value);
                combined.add(longer);
            }
        }
        return combined;
    }

    @Override
    public SortKey getPosition(Document document) {
        return positionOf.apply(document);
    }

    /** Indexes are not asked one by one: {@link Candidates} compares all of them. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<SortKey> getPositions(Document query) {
        throw new UnsupportedOperationException("See Candidates.");
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return positions.sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Whether it is complete is known from elsewhere: an index without entries needs no new search for them. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    public void clear() {
        positions.clear();
    }

    /** The name of its map in the store. */
    public String mapName() {
        return positions.getName();
    }

    /** The database removes the map. */
    @Override
    public void drop() {}
}
