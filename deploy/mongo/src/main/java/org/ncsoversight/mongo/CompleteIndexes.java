package org.ncsoversight.mongo;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.ncsoversight.mongo.index.SortedIndex;

/**
 * Which indexes in a file have an entry for every document.
 *
 * <p>The mark is written in one commit with the last of the entries. An index without it was being built when the
 * process died, and is built again.
 */
final class CompleteIndexes {

    private static final String MAP = "complete indexes";

    private final MVMap<String, String> marks;

    /** The file is from before there were marks: what entries an index had then were all in one commit. */
    private final boolean older;

    CompleteIndexes(MVStore store) {
        older = !store.hasMap(MAP);
        marks = store.openMap(MAP);
    }

    boolean contain(SortedIndex index) {
        return marks.containsKey(index.mapName()) || (older && index.getCount() > 0);
    }

    void add(SortedIndex index) {
        if (!marks.containsKey(index.mapName())) {
            marks.put(index.mapName(), "");
        }
    }

    void remove(String mapName) {
        marks.remove(mapName);
    }
}
