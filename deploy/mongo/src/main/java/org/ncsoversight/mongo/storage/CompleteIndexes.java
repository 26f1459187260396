package org.ncsoversight.mongo.storage;

import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.ncsoversight.mongo.index.SortKey;
import org.ncsoversight.mongo.index.SortKeyType;
import org.ncsoversight.mongo.index.SortedIndex;

/**
 * Which indexes in a file have an entry for every document.
 *
 * <p>The mark is written in one commit with the last of the entries. An index without it was being built when the
 * process died, and is built again.
 */
public final class CompleteIndexes {

    /** What the names of the maps of indexes begin with. */
    public static final String INDEX = "index/";

    private static final String MAP = "complete indexes";

    private final MVMap<String, String> marks;

    public CompleteIndexes(MVStore store) {
        boolean older = !store.hasMap(MAP);
        marks = store.openMap(MAP);
        if (older) {
            markAllWithEntries(store);
        }
    }

    /** In a file from before there were marks: whatever entries an index has, it got all in one commit. */
    private void markAllWithEntries(MVStore store) {
        List.copyOf(store.getMapNames()).stream()
                .filter(map -> map.startsWith(INDEX) && !open(map, store).isEmpty())
                .forEach(map -> marks.put(map, ""));
    }

    public static MVMap<SortKey, SortKey> open(String map, MVStore store) {
        return store.openMap(
                map,
                new MVMap.Builder<SortKey, SortKey>()
                        .keyType(SortKeyType.INSTANCE)
                        .valueType(SortKeyType.INSTANCE));
    }

    public boolean contain(SortedIndex index) {
        return marks.containsKey(index.mapName());
    }

    public void add(SortedIndex index) {
        marks.put(index.mapName(), "");
    }

    public void remove(String map) {
        marks.remove(map);
    }
}
