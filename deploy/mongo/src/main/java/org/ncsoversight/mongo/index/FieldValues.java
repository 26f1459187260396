package org.ncsoversight.mongo.index;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values a query on a dotted path can meet in a document: each element of each array on the way counts. */
final class FieldValues {

    private FieldValues() {}

    /** Never empty: a path that leads nowhere gives Missing. An empty array at its end is a value itself. */
    static List<@Nullable Object> at(String path, Document document) {
        List<@Nullable Object> found = new ArrayList<>();
        collect(document, path.split("\\."), 0, found);
        if (found.isEmpty()) {
            found.add(Missing.getInstance());
        }
        return found;
    }

    private static void collect(@Nullable Object value, String[] path, int depth, List<@Nullable Object> found) {
        if (depth == path.length) {
            if (value instanceof Collection<?> elements && !elements.isEmpty()) {
                found.addAll(elements);
            } else {
                found.add(value);
            }
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(path[depth]), path, depth + 1, found);
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> collect(element, path, depth, found));
        } else {
            found.add(Missing.getInstance());
        }
    }
}
